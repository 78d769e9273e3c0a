package org.heyi.steering.community.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.heyi.Satisfies;
import org.heyi.steering.community.finding.Finding.Clause;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How numbers and levels are held against what a plan wants.
class NormTests {

  @ParameterizedTest
  @CsvSource({
    "1, at-least, 1, 0, HOLDS",
    "1, at-least, 0, 0, DOES_NOT_HOLD",
    "1, at-least, 0, 1, NOT_RECORDED",
    "2, at-least, 0, 1, DOES_NOT_HOLD",
    "3, at-most, 3, 0, HOLDS",
    "3, at-most, 3, 1, NOT_RECORDED",
    "3, at-most, 4, 2, DOES_NOT_HOLD",
    "1, exactly, 1, 0, HOLDS",
    "1, exactly, 2, 0, DOES_NOT_HOLD",
    "1, exactly, 1, 1, NOT_RECORDED",
    "1, exactly, 0, 2, NOT_RECORDED",
    "2, exactly, 0, 1, DOES_NOT_HOLD",
    "1, more-than, 1, 0, DOES_NOT_HOLD",
    "1, more-than, 2, 0, HOLDS",
  })
  @Satisfies({"GOV-07", "GOV-08"})
  void whatIsNotRecordedIsNeverNo(
      String wanted, String bound, long sure, long open, Outcome outcome) {
    var norm = new Norm(wanted, "", bound, new Clause("三(一)2", "", "", false));

    assertThat(norm.against(sure, open)).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "secondary_a, secondary_a, HOLDS",
    "secondary_a, tertiary, HOLDS",
    "secondary_a, secondary, NOT_RECORDED",
    "secondary_a, '', NOT_RECORDED",
    "secondary_a, primary, DOES_NOT_HOLD",
    "secondary, secondary, HOLDS",
    "tertiary_a, tertiary, NOT_RECORDED",
    "tertiary_a, secondary_a, DOES_NOT_HOLD",
  })
  @Satisfies("GOV-08")
  void aGradeWithoutItsClassIsNotRecordedAsTheUpperClass(
      String wanted, String level, Outcome outcome) {
    assertThat(Grade.of(wanted).against(level)).isEqualTo(outcome);
  }
}
