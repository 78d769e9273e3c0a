package org.heyi.platform.policy.api;

import java.time.LocalDate;
import java.util.List;
import org.heyi.platform.policy.ParameterView;
import org.jspecify.annotations.Nullable;

/// One parameter as JSON: what the plan says, the values made of it, and the clause of each.
///
/// @param consortium the one that has it instead, or empty for the area's
/// @param silent the plan says nothing on it
/// @param house chosen by the house, not from the plan
record ParameterJson(
    String number,
    String title,
    String titleEn,
    String consortium,
    boolean silent,
    boolean house,
    String clause,
    String says,
    String saysEn,
    int packVersion,
    List<Value> values) {

  /// One value, in force from a date.
  ///
  /// @param bound exactly, at-least, at-most, more-than
  /// @param withdrawn from this date on there is none any more
  record Value(
      String key,
      String title,
      String titleEn,
      String unit,
      List<String> values,
      String bound,
      String clause,
      boolean house,
      LocalDate effective,
      int packVersion,
      boolean withdrawn) {

    private static Value of(ParameterView.Entry it) {
      var value = it.value();
      return new Value(
          value.key(),
          it.title(),
          it.titleEn(),
          value.unit(),
          value.values(),
          it.bound(),
          value.clause(),
          value.house(),
          value.effective(),
          value.packVersion(),
          it.withdrawn());
    }
  }

  static ParameterJson of(ParameterView it, @Nullable LocalDate on) {
    var entries = on == null ? it.entries() : it.inForce(on);
    return new ParameterJson(
        it.number(),
        it.title(),
        it.titleEn(),
        it.whose().consortium(),
        it.silent(),
        it.house(),
        it.clause(),
        it.says(),
        it.saysEn(),
        it.packVersion(),
        entries.stream().map(Value::of).toList());
  }
}
