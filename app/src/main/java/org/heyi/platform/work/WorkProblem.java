package org.heyi.platform.work;

import org.heyi.platform.shared.Problem;

/// What the room refuses.
enum WorkProblem implements Problem {
  NOT_FOUND(Kind.UNKNOWN),
  NOT_A_SUPERVISOR(Kind.FORBIDDEN),
  ALREADY_OPEN(Kind.CONFLICT),
  NOT_OPEN(Kind.CONFLICT),
  ALREADY_CLAIMED(Kind.CONFLICT),
  NOT_YOURS(Kind.CONFLICT),
  CHANGED(Kind.CONFLICT);

  private final Kind kind;

  WorkProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
