package org.heyi.platform.operation;

import org.heyi.platform.shared.Problem;

/// What the room refuses.
enum OperationProblem implements Problem {
  NOT_A_WATCHER(Kind.FORBIDDEN),
  NO_LIST_OF_PARTS(Kind.UNKNOWN);

  private final Kind kind;

  OperationProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
