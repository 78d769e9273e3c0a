package org.heyi.steering.governance.unified;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// 管理方式: how a plan says that something is managed together; the words differ and are kept.
public enum UnifiedKind {
  /// 统一.
  UNIFIED,
  /// 统筹.
  COORDINATED,
  /// 一体化.
  INTEGRATED;

  /// The parameter of P-02 that names the dimensions of this kind.
  String parameter() {
    return code() + "-dimensions";
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static UnifiedKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  static List<String> codes() {
    return Arrays.stream(values()).map(UnifiedKind::code).toList();
  }
}
