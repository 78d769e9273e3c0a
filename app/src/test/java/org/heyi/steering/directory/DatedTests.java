package org.heyi.steering.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.heyi.platform.shared.Period;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatedTests {

  private static final LocalDate FIRST = LocalDate.of(2023, 7, 1);
  private static final LocalDate SECOND = LocalDate.of(2025, 1, 1);

  record Name(String institution, String text, Period period) implements Dated<Name> {

    @Override
    public Object slot() {
      return institution;
    }

    @Override
    public Object content() {
      return text;
    }

    @Override
    public Name during(Period other) {
      return new Name(institution, text, other);
    }
  }

  @Test
  void whatIsSaidAgainGoesOn() {
    var joined =
        Dated.join(
            List.of(name("a", "甲", FIRST, null)), List.of(name("a", "甲", SECOND, null)), SECOND);

    assertThat(joined).containsExactly(name("a", "甲", FIRST, null));
  }

  @Test
  void whatIsSaidDifferentlyEndsWhereTheNewBegins() {
    var joined =
        Dated.join(
            List.of(name("a", "甲", FIRST, null)), List.of(name("a", "乙", SECOND, null)), SECOND);

    assertThat(joined)
        .containsExactlyInAnyOrder(name("a", "甲", FIRST, SECOND), name("a", "乙", SECOND, null));
  }

  @Test
  void whatIsSaidNoMoreEnds() {
    var joined = Dated.join(List.of(name("a", "甲", FIRST, null)), List.of(), SECOND);

    assertThat(joined).containsExactly(name("a", "甲", FIRST, SECOND));
  }

  @Test
  void aCorrectionOfTheBeginningReplacesTheOldRow() {
    var earlier = LocalDate.of(2020, 1, 1);

    var joined =
        Dated.join(
            List.of(name("a", "甲", FIRST, null)), List.of(name("a", "甲", earlier, null)), SECOND);

    assertThat(joined).containsExactly(name("a", "甲", earlier, null));
  }

  /// Whatever packs follow one another, nothing is so in two ways at one time, and saying the same
  /// once more changes nothing.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void neverTwoAtOneTime(long seed) {
    var random = new SplittableRandom(seed);
    for (var run = 0; run < 100; run++) {
      List<Name> rows = List.of();
      var effective = FIRST;
      for (var version = 0; version < 6; version++) {
        effective = effective.plusDays(random.nextInt(400));
        var said = new ArrayList<Name>();
        for (var institution : List.of("a", "b", "c")) {
          if (random.nextInt(4) > 0) {
            said.add(name(institution, "名" + random.nextInt(3), effective, null));
          }
        }
        rows = Dated.join(rows, said, effective);
        assertThat(overlaps(rows)).as("seed %d run %d: %s", seed, run, rows).isEmpty();
        assertThat(Dated.join(rows, said, effective))
            .as("seed %d run %d", seed, run)
            .containsExactlyInAnyOrderElementsOf(rows);
      }
    }
  }

  private static List<String> overlaps(List<Name> rows) {
    var overlaps = new ArrayList<String>();
    for (var i = 0; i < rows.size(); i++) {
      for (var j = i + 1; j < rows.size(); j++) {
        if (rows.get(i).slot().equals(rows.get(j).slot())
            && Managers.overlap(rows.get(i).period(), rows.get(j).period())) {
          overlaps.add(rows.get(i) + " / " + rows.get(j));
        }
      }
    }
    return overlaps;
  }

  private static Name name(
      String institution, String text, LocalDate from, @Nullable LocalDate until) {
    return new Name(institution, text, new Period(from, until));
  }
}
