package org.heyi.platform.notice;

import org.heyi.platform.shared.Problem;

/// What the room refuses.
enum NoticeProblem implements Problem {
  NOT_FOUND(Kind.UNKNOWN);

  private final Kind kind;

  NoticeProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
