package org.heyi.platform.access.signin;

import java.util.Locale;

/// 登录结果: how a try to sign in ended, or that somebody signed out.
public enum Outcome {
  SIGNED_IN,
  SIGNED_OUT,
  WRONG,
  TOO_MANY,
  NOT_OPEN,
  NO_POST,
  /// The password given by an administrator waited too long.
  EXPIRED,
  /// The password was right, and the code is asked for.
  CODE_ASKED,
  WRONG_CODE;

  /// As it stands in addresses and word keys.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
