package org.heyi.steering.community.finding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// 结构规则: one rule of P-22, checked where the plan gives it a value.
public enum StructureRule {
  SECONDARY_GENERAL_PER_GROUP,
  TERTIARY_GENERAL_PER_GRID,
  GROUPS_PER_GRID,
  GROUPS_PER_COUNTY_MIN,
  GROUPS_PER_COUNTY_MAX,
  LEAD_LEVEL,
  LEAD_OWNERSHIP;

  /// The name of its parameter.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<StructureRule> find(String code) {
    return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
  }
}
