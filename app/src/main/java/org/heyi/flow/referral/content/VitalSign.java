package org.heyi.flow.referral.content;

import java.math.BigDecimal;

/// 生命体征项: one thing that is measured, and what can be typed at all.
///
/// @param unit UCUM
/// @param lowest limit of entry that catches a slip of the finger, no clinical limit
/// @param loinc name of the observation for exchange
public record VitalSign(
    String code, String unit, BigDecimal lowest, BigDecimal highest, int decimals, String loinc) {

  /// How finely it is read: 0.1, or 1.
  public String step() {
    return BigDecimal.ONE.movePointLeft(decimals).toPlainString();
  }

  boolean plausible(BigDecimal value) {
    return value.compareTo(lowest) >= 0
        && value.compareTo(highest) <= 0
        && value.stripTrailingZeros().scale() <= decimals;
  }
}
