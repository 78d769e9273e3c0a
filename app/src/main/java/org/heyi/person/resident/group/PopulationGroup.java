package org.heyi.person.resident.group;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// 重点人群: one group, computed from the birth date or recorded.
///
/// @param fromYears of that age or older; null where no such bound is
/// @param belowYears younger than that; null where no such bound is
/// @param includes recorded groups that count as this one too
/// @param namedAs the words by which a plan names it
/// @param source where it comes from
public record PopulationGroup(
    String code,
    @Nullable Integer fromYears,
    @Nullable Integer belowYears,
    List<String> includes,
    List<String> namedAs,
    String source) {

  private static final LocalDate LONG_AGO = LocalDate.of(1, 1, 1);

  public boolean isComputed() {
    return fromYears != null || belowYears != null;
  }

  /// The first birth date of those in it.
  public LocalDate bornFrom(LocalDate today) {
    if (!isComputed()) {
      return today;
    }
    return belowYears == null ? LONG_AGO : today.minusYears(belowYears).plusDays(1);
  }

  /// The first birth date after those in it.
  public LocalDate bornUntil(LocalDate today) {
    if (!isComputed()) {
      return today;
    }
    return today.minusYears(fromYears == null ? 0 : fromYears).plusDays(1);
  }

  /// Whether somebody born that day is in it today, whatever is recorded.
  public boolean holds(LocalDate birthDate, LocalDate today) {
    return !birthDate.isBefore(bornFrom(today)) && birthDate.isBefore(bornUntil(today));
  }

  /// What is recorded of those in it.
  public List<String> recorded() {
    return isComputed() ? List.of() : Stream.concat(Stream.of(code), includes.stream()).toList();
  }
}
