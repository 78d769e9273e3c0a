package org.heyi.platform.sheet;

/// 行的结果: what a row of an import is, or has become.
public enum RowState {
  NEW,
  CHANGED,
  /// Everything it says is there already.
  UNCHANGED,
  WRONG
}
