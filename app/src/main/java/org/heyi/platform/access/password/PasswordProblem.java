package org.heyi.platform.access.password;

import org.heyi.platform.shared.Problem;

/// 口令问题: what is wrong with a new password.
enum PasswordProblem implements Problem {
  TOO_SHORT,
  TOO_LONG,
  TOO_SIMPLE,
  TOO_COMMON,
  HAS_LOGIN,
  NOT_NEW;

  @Override
  public Kind kind() {
    return Kind.REFUSED;
  }
}
