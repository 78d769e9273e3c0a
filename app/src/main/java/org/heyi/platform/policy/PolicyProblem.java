package org.heyi.platform.policy;

import org.heyi.platform.shared.Problem;

/// What the policy room refuses.
enum PolicyProblem implements Problem {
  NO_SUCH_AREA(Kind.UNKNOWN),
  NO_SUCH_PARAMETER(Kind.UNKNOWN),
  NO_SUCH_SECTION(Kind.UNKNOWN),
  NO_SUCH_FILE(Kind.UNKNOWN),
  OVERTAKEN(Kind.CONFLICT),
  NOT_SET(Kind.REFUSED);

  private final Kind kind;

  PolicyProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
