package org.heyi.platform.policy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/// 参数值: one value of a policy parameter, in force from a date.
///
/// @param key e.g. `reserved-share`
/// @param parameter the catalogue's number, e.g. `P-06`
/// @param unit percent, days, hours, minutes, words, word or number
/// @param values as written in the pack: one for a number or word, several for `words`
/// @param clause the plan's clause, or empty when [#house()]
/// @param house true: the plan is silent, Heyi chose it so that it can run ("not from the plan")
/// @param packVersion version of the pack it came with; decisions keep it
public record PolicyValue(
    String key,
    String parameter,
    String unit,
    List<String> values,
    String clause,
    boolean house,
    LocalDate effective,
    int packVersion) {

  public PolicyValue {
    values = List.copyOf(values);
  }

  public BigDecimal number() {
    return new BigDecimal(values.getFirst());
  }

  public int whole() {
    return number().intValueExact();
  }

  /// @throws IllegalStateException when the unit is none of time
  public Duration duration() {
    return switch (unit) {
      case "days" -> Duration.ofDays(whole());
      case "hours" -> Duration.ofHours(whole());
      case "minutes" -> Duration.ofMinutes(whole());
      default -> throw new IllegalStateException(key + " is no duration but " + unit);
    };
  }

  public String word() {
    return values.getFirst();
  }
}
