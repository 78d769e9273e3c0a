package org.heyi.steering.governance.unified;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// 统一管理进度: how far one member is managed as one in one dimension.
public enum UnifiedStatus {
  PLANNED,
  PREPARING,
  UNIFIED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static UnifiedStatus of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  static List<String> codes() {
    return Arrays.stream(values()).map(UnifiedStatus::code).toList();
  }
}
