package org.heyi.platform.access.signin;

/// 会话结束方式: how a session ended.
public enum Ending {
  SIGNED_OUT,
  IDLE,
  TOO_OLD,
  /// By its owner from elsewhere, or by the security administrator.
  ENDED,
  /// The account was locked or closed, its password or posts changed.
  ACCOUNT_CHANGED
}
