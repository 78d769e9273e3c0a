package org.heyi.person.resident.identity;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// 年龄: as wards write it: days in the first month, months in the first year, then years.
///
/// 病历书写基本规范 and 处方管理办法 art. 6 ask for days or months in newborns and infants.
public record Age(long count, Unit unit) {

  /// 岁, 月, 天.
  public enum Unit {
    YEARS,
    MONTHS,
    DAYS
  }

  public static Age of(LocalDate born, LocalDate on) {
    long years = ChronoUnit.YEARS.between(born, on);
    long months = ChronoUnit.MONTHS.between(born, on);
    if (years >= 1) {
      return new Age(years, Unit.YEARS);
    }
    return months >= 1
        ? new Age(months, Unit.MONTHS)
        : new Age(Math.max(0, ChronoUnit.DAYS.between(born, on)), Unit.DAYS);
  }

  /// `resident.age.years` and its sisters, with the count as argument.
  public String key() {
    return switch (unit) {
      case YEARS -> "resident.age.years";
      case MONTHS -> "resident.age.months";
      case DAYS -> "resident.age.days";
    };
  }
}
