package org.heyi.platform.calendar;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.heyi.platform.shared.NoStaffNeeded;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Service;

/// 工作日: Monday to Friday, but for public holidays and the working weekends that pay for them.
///
/// The State Council sets them year by year (全国年节及纪念日放假办法, 国令第795号); each year is a file
/// `calendar/china-<year>.yaml`. In a year without file only weekends are off, and [#isCertain]
/// says so.
@Service
public class WorkingDays {

  private final Map<Integer, CalendarYear> years = new HashMap<>();

  public WorkingDays() throws IOException {
    var files =
        new PathMatchingResourcePatternResolver().getResources("classpath:calendar/china-*.yaml");
    for (var file : files) {
      var year = CalendarYear.read(file);
      years.put(year.year(), year);
    }
  }

  @NoStaffNeeded(because = "the calendar is public")
  public boolean isWorkingDay(LocalDate day) {
    var year = years.get(day.getYear());
    if (year != null && year.off().contains(day)) {
      return false;
    }
    return !isWeekend(day) || (year != null && year.work().contains(day));
  }

  /// The n-th working day after `day`; 0 gives `day` itself or the next working day.
  @NoStaffNeeded(because = "the calendar is public")
  public LocalDate plus(LocalDate day, int workingDays) {
    if (workingDays < 0) {
      throw new IllegalArgumentException("working days are counted forward: " + workingDays);
    }
    var result = workingDays == 0 ? day : day.plusDays(1);
    int left = Math.max(workingDays, 1);
    while (true) {
      if (isWorkingDay(result) && --left == 0) {
        return result;
      }
      result = result.plusDays(1);
    }
  }

  /// Whether the year's holidays are known; without them only weekends are off.
  @NoStaffNeeded(because = "the calendar is public")
  public boolean isCertain(LocalDate day) {
    return years.containsKey(day.getYear());
  }

  /// The notice a year's holidays come from, title and number.
  @NoStaffNeeded(because = "the calendar is public")
  public Optional<String> source(int year) {
    return Optional.ofNullable(years.get(year)).map(CalendarYear::source);
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
