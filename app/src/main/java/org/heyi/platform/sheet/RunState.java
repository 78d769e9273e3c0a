package org.heyi.platform.sheet;

/// 导入状态: where an import stands.
public enum RunState {
  /// Looked through; nothing is written.
  CHECKED,
  /// Somebody pressed "import"; rows are being written.
  WORKING,
  DONE,
  /// All or none: something was refused, and nothing is written.
  REFUSED,
  /// Ended before its end; rows that were written stay, and it can be taken up again.
  STOPPED
}
