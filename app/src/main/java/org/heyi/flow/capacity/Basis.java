package org.heyi.flow.capacity;

import java.util.Locale;

/// 预留口径: of which slots the reserved share is taken (`reserved-basis`).
enum Basis {
  /// 专家号.
  EXPERT,
  /// 门诊号: all outpatient slots, expert ones too.
  OUTPATIENT;

  static Basis of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
