package org.heyi.flow.referral.content;

import java.util.Locale;

/// 审核方面: what a hospital reviews of a referral (宁河 §十五).
public enum ReviewAspect {
  /// 合理性: the right patient, to the right place, in the right time.
  REASONABLENESS,
  /// 规范性: written and sent as the rules ask.
  CONFORMITY;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
