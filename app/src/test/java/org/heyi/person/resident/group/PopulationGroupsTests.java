package org.heyi.person.resident.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.heyi.Satisfies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who is in which group by the birth date, on the day and the day before.
class PopulationGroupsTests {

  private static final PopulationGroups GROUPS = PopulationGroups.ONLY;

  @ParameterizedTest
  @CsvSource({
    "1961-05-13, 2026-05-13, true, false",
    "1961-05-14, 2026-05-13, false, false",
    "1940-01-01, 2026-05-13, true, false",
    "2026-05-13, 2026-05-13, false, true",
    "2019-05-14, 2026-05-13, false, true",
    "2019-05-13, 2026-05-13, false, false",
    "1960-02-29, 2025-02-28, false, false",
    "1960-02-29, 2025-03-01, true, false",
    "2026-05-14, 2026-05-13, false, false",
  })
  @Satisfies("EHR-07")
  void elderlyAreFrom65AndChildrenUpTo6(
      LocalDate born, LocalDate today, boolean elderly, boolean child) {
    assertThat(GROUPS.find("elderly").orElseThrow().holds(born, today)).isEqualTo(elderly);
    assertThat(GROUPS.find("child").orElseThrow().holds(born, today)).isEqualTo(child);
    assertThat(GROUPS.recorded()).noneMatch(it -> it.holds(born, today));
  }

  @Test
  @Satisfies("EHR-07")
  void theGroupsOfThePlansAreThereEachWithItsSource() {
    assertThat(GROUPS.all())
        .extracting(PopulationGroup::code)
        .containsExactlyInAnyOrder(
            "elderly",
            "child",
            "chronic",
            "hypertension",
            "diabetes",
            "maternal",
            "disabled",
            "poor");
    assertThat(GROUPS.all()).allSatisfy(it -> assertThat(it.source()).isNotBlank());
    assertThat(GROUPS.find("chronic").orElseThrow().recorded())
        .containsExactlyInAnyOrder("chronic", "hypertension", "diabetes");
    assertThat(GROUPS.all().stream().flatMap(it -> it.includes().stream()))
        .allSatisfy(it -> assertThat(GROUPS.find(it)).isPresent());
  }
}
