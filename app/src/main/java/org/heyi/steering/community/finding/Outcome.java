package org.heyi.steering.community.finding;

import java.util.Locale;

/// 检查结果: how a structure rule comes out.
public enum Outcome {
  DOES_NOT_HOLD,
  /// An institution without level or ownership decides it: nobody knows yet.
  NOT_RECORDED,
  HOLDS;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
