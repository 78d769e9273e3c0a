package org.heyi.platform.access.factor;

import org.heyi.platform.shared.Problem;

/// 二次验证问题: what is refused of codes and second factors.
enum FactorProblem implements Problem {
  WRONG_CODE(Kind.REFUSED);

  private final Kind kind;

  FactorProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
