package org.heyi.platform.access.factor;

import org.heyi.platform.shared.Problem;

/// 二次验证问题: what is refused of codes and second factors.
enum FactorProblem implements Problem {
  WRONG_CODE(Kind.REFUSED),
  REQUIRED_BY_ROLE(Kind.REFUSED),
  ALREADY_ACTIVE(Kind.CONFLICT),
  NOT_ACTIVE(Kind.CONFLICT),
  SET_UP_IS_OVER(Kind.CONFLICT),
  CHANGED_MEANWHILE(Kind.CONFLICT);

  private final Kind kind;

  FactorProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
