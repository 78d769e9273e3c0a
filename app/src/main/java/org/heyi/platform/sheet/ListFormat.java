package org.heyi.platform.sheet;

import java.util.Arrays;
import java.util.Locale;

/// 导出格式.
public enum ListFormat {
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  CSV("text/csv;charset=UTF-8");

  private final String type;

  ListFormat(String type) {
    this.type = type;
  }

  public String type() {
    return type;
  }

  public String ending() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What a URL asks for; Excel when it says nothing that is known.
  public static ListFormat asked(String text) {
    return Arrays.stream(values()).filter(it -> it.ending().equals(text)).findFirst().orElse(XLSX);
  }
}
