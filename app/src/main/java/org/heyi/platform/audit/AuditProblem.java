package org.heyi.platform.audit;

import org.heyi.platform.shared.Problem;

/// What the audit log refuses.
enum AuditProblem implements Problem {
  NOT_A_REVIEWER(Kind.FORBIDDEN),
  /// There is none, or it is of another area.
  NOT_FOUND(Kind.UNKNOWN);

  private final Kind kind;

  AuditProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
