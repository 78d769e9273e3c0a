package org.heyi.platform.shell;

import org.heyi.platform.shared.Problem;

/// What the frame itself refuses.
enum ShellProblem implements Problem {
  PAGE_NOT_FOUND(Kind.UNKNOWN),
  NOT_ALLOWED(Kind.FORBIDDEN),
  BAD_INPUT(Kind.REFUSED),
  TOO_LARGE(Kind.REFUSED),
  SAME_KEY_OTHER_CONTENT(Kind.CONFLICT),
  DATABASE_AWAY(Kind.UNAVAILABLE),
  DISK_FULL(Kind.UNAVAILABLE),
  OVERLOADED(Kind.UNAVAILABLE);

  private final Kind kind;

  ShellProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
