package org.heyi.platform.operation;

/// 单位: what a figure counts in. The suffix is what Prometheus expects of a metric's name.
public enum FigureUnit {
  COUNT(""),
  SECONDS("_seconds"),
  BYTES("_bytes"),
  /// 0 to 1.
  RATIO("_ratio");

  private final String suffix;

  FigureUnit(String suffix) {
    this.suffix = suffix;
  }

  String suffix() {
    return suffix;
  }
}
