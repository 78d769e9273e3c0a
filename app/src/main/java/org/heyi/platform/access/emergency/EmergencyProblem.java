package org.heyi.platform.access.emergency;

import org.heyi.platform.shared.Problem;

/// 紧急访问问题: what is refused about emergency access.
enum EmergencyProblem implements Problem {
  NOT_FOUND(Kind.UNKNOWN),
  NOT_YOUR_DUTY(Kind.FORBIDDEN),
  REASON_TOO_SHORT(Kind.REFUSED),
  ALREADY_REVIEWED(Kind.CONFLICT);

  private final Kind kind;

  EmergencyProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
