package org.heyi.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTests {

  private final WorkingDays days = new WorkingDays();

  WorkingDaysTests() throws IOException {}

  @ParameterizedTest
  @CsvSource({
    "2026-11-23, true", // an ordinary Monday
    "2026-11-22, false", // an ordinary Sunday
    "2026-10-01, false", // Thursday, 国庆节
    "2026-10-10, true", // Saturday that pays for it
    "2026-02-23, false", // Monday, last day of 春节
    "2026-02-28, true", // Saturday that pays for it
    "2025-01-26, true", // Sunday before 春节
    "2025-10-08, false", // Wednesday, 国庆节、中秋节
  })
  void followTheNotice(LocalDate day, boolean working) {
    assertThat(days.isWorkingDay(day)).isEqualTo(working);
  }

  /// The two notices give 28 and 33 days off (the sums of their "共 n 天") and 5 and 6 Saturdays and
  /// Sundays of work.
  @ParameterizedTest
  @CsvSource({"2025, 28, 5, 国办发明电〔2024〕12号", "2026, 33, 6, 国办发明电〔2025〕7号"})
  void hasAllDaysOfTheNotice(int year, int off, int work, String document) throws IOException {
    var file =
        CalendarYear.read(
            new org.springframework.core.io.ClassPathResource("calendar/china-" + year + ".yaml"));

    assertThat(file.off()).hasSize(off).allMatch(it -> it.getYear() == year);
    assertThat(file.work()).hasSize(work).allMatch(it -> it.getDayOfWeek().getValue() >= 6);
    assertThat(days.source(year)).hasValueSatisfying(it -> assertThat(it).endsWith(document));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23, 0, 2026-11-23",
    "2026-11-21, 0, 2026-11-23",
    "2026-11-20, 1, 2026-11-23",
    "2026-09-30, 1, 2026-10-08",
    "2026-10-08, 2, 2026-10-10",
    "2026-02-13, 2, 2026-02-24"
  })
  void areCountedForward(LocalDate from, int count, LocalDate result) {
    assertThat(days.plus(from, count)).isEqualTo(result);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 5, 20, 200})
  void lieAsManyApartAsAsked(int count) {
    for (var from = LocalDate.of(2025, 1, 1); from.getYear() < 2027; from = from.plusDays(1)) {
      var to = days.plus(from, count);
      var between = from.plusDays(1).datesUntil(to.plusDays(1)).filter(days::isWorkingDay).count();
      assertThat(days.isWorkingDay(to)).isTrue();
      assertThat(between)
          .as("from %s", from)
          .isEqualTo(count == 0 && !days.isWorkingDay(from) ? 1 : count);
    }
  }

  @Test
  void aYearWithoutNoticeHasOnlyWeekends() {
    var newYear = LocalDate.of(2024, 1, 1);

    assertThat(days.isCertain(newYear)).isFalse();
    assertThat(days.isWorkingDay(newYear)).isTrue();
    assertThat(days.isWorkingDay(LocalDate.of(2024, 1, 6))).isFalse();
    assertThat(days.isCertain(LocalDate.of(2026, 1, 1))).isTrue();
  }
}
