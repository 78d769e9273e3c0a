package org.heyi.platform.audit;

import org.heyi.platform.shared.Problem;

/// What the audit log refuses.
enum AuditProblem implements Problem {
  NOT_A_REVIEWER(Kind.FORBIDDEN);

  private final Kind kind;

  AuditProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
