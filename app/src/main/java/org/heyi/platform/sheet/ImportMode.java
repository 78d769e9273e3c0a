package org.heyi.platform.sheet;

/// 导入方式: what becomes of right rows when there are wrong ones.
public enum ImportMode {
  /// All rows in one transaction, or none.
  ALL,
  /// The right ones; the wrong ones are left out.
  SKIP
}
