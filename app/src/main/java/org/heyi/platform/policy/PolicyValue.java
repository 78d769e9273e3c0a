package org.heyi.platform.policy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/// 参数值: one value of a policy parameter, in force from a date.
///
/// @param key e.g. `reserved-share`
/// @param parameter the catalogue's number, e.g. `P-06`
/// @param unit of the catalogue `policy/parameters.yaml`: percent, days, hours, minutes, code,
///   codes, text, texts, flag, date, institution …
/// @param values as written in the pack: one, or several for `codes` and `texts`; `name=value`
///   where it differs by urgency, see [#part(String)]
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

  public boolean flag() {
    return Boolean.parseBoolean(values.getFirst());
  }

  /// The value for one urgency, of a parameter that has one for each:
  /// `require("referral-review-hours", …).part("urgent").duration()`.
  public PolicyValue part(String name) {
    var prefix = name + "=";
    var found =
        values.stream()
            .filter(it -> it.startsWith(prefix))
            .map(it -> it.substring(prefix.length()))
            .toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException(key + " has no part " + name);
    }
    return new PolicyValue(key, parameter, unit, found, clause, house, effective, packVersion);
  }
}
