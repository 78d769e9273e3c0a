package org.heyi.flow.referral.content;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// 紧急程度: how soon the resident must be seen; in order, the most urgent first.
public enum Urgency {
  /// 急诊.
  EMERGENCY(0),
  /// 紧急.
  URGENT(1),
  /// 普通.
  ROUTINE(2);

  private final int rank;

  Urgency(int rank) {
    this.rank = rank;
  }

  /// 0 is the most urgent, as on work items.
  public int rank() {
    return rank;
  }

  /// `EMERGENCY` → `emergency`, as in policy packs and words.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Urgency> find(String code) {
    return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
  }
}
