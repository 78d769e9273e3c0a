package org.heyi.platform.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// 政策参数: one row of the table in which plans differ: what the plan says and the values made of it.
///
/// @param number P-01 to P-30, or H-… for what the house had to choose
/// @param whose the consortium that has it instead, or the area
/// @param silent the plan says nothing on it
/// @param pinyin spelling and initials of the title, to find it by
/// @param says what the plan says, in our words, Chinese
public record ParameterView(
    String number,
    String title,
    String titleEn,
    String pinyin,
    ParameterPlan.Whose whose,
    boolean silent,
    String clause,
    boolean house,
    String says,
    String saysEn,
    int packVersion,
    List<Entry> entries) {

  public ParameterView {
    entries = List.copyOf(entries);
  }

  /// A value with what is only shown.
  ///
  /// @param bound how the plan means a number: exactly, at-least, at-most, more-than
  /// @param withdrawn from this date on there is no value any more
  public record Entry(
      PolicyValue value,
      String title,
      String titleEn,
      String consortium,
      String bound,
      boolean withdrawn) {}

  /// Of each key the newest that has begun by that day, unless that one withdrew it.
  public List<Entry> inForce(LocalDate on) {
    var newest =
        Comparator.comparing((Entry it) -> it.value().effective())
            .thenComparingInt(it -> it.value().packVersion());
    return entries.stream()
        .filter(it -> !it.value().effective().isAfter(on))
        .collect(Collectors.groupingBy(it -> it.value().key()))
        .values()
        .stream()
        .map(it -> it.stream().max(newest).orElseThrow())
        .filter(it -> !it.withdrawn())
        .sorted(Comparator.comparing(it -> it.value().key()))
        .toList();
  }

  ParameterView with(List<Entry> those) {
    return new ParameterView(
        number,
        title,
        titleEn,
        pinyin,
        whose,
        silent,
        clause,
        house,
        says,
        saysEn,
        packVersion,
        those);
  }
}
