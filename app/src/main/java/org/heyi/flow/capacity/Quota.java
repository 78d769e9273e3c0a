package org.heyi.flow.capacity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// 预留比例: what a hospital offers and reserves of one basis on one visit day, over slots that are not
/// cancelled, and what its plan asks (APT-02).
///
/// Reading of 002 二(三)6 "预留50%以上专家号源" and 003 三(三)1 "20%的门诊号源": per hospital, basis and visit day,
/// rounded up to whole slots.
///
/// @param share percent the plan asks; zero where it names no number
/// @param excused a reason for being below is on record
record Quota(Basis basis, int offered, int reserved, BigDecimal share, boolean excused) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  int required() {
    return share
        .multiply(BigDecimal.valueOf(offered))
        .divide(HUNDRED, 0, RoundingMode.CEILING)
        .intValueExact();
  }

  int missing() {
    return Math.max(0, required() - reserved);
  }

  boolean below() {
    return missing() > 0;
  }

  /// A reason is needed when the change leaves the day below the share, unless the day was below
  /// with a reason before and the change makes it no worse.
  boolean needsReasonAfter(Quota before) {
    return below() && !(before.excused() && missing() <= before.missing());
  }
}
