package org.heyi.platform.access.signin;

import org.heyi.platform.shared.Problem;

/// 登录问题: what sign-in and one's own account refuse.
enum SignInProblem implements Problem {
  SESSION_NOT_FOUND(Kind.UNKNOWN),
  POST_NOT_FOUND(Kind.UNKNOWN),
  NOT_SIGNED_IN(Kind.FORBIDDEN),
  NOT_YOUR_DUTY(Kind.FORBIDDEN),
  WRONG_PASSWORD(Kind.REFUSED),
  TOO_MANY_ATTEMPTS(Kind.REFUSED),
  NO_POST_CHOSEN(Kind.REFUSED);

  private final Kind kind;

  SignInProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
