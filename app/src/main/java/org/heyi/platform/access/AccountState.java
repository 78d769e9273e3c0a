package org.heyi.platform.access;

/// 账号状态: whether an account may be used.
public enum AccountState {
  OPEN,
  /// By the security administrator, who can undo it.
  LOCKED,
  /// For ever; the name is not given to anybody else.
  CLOSED
}
