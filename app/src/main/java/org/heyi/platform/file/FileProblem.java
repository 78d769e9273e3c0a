package org.heyi.platform.file;

import org.heyi.platform.shared.Problem;

enum FileProblem implements Problem {
  NOT_FOUND(Kind.UNKNOWN),
  EMPTY(Kind.REFUSED),
  TOO_LARGE(Kind.REFUSED),
  TOO_MANY(Kind.REFUSED),
  TYPE_NOT_ALLOWED(Kind.REFUSED),
  TOO_MANY_PIXELS(Kind.REFUSED),
  NOT_READABLE(Kind.REFUSED),
  ACTIVE_CONTENT(Kind.REFUSED);

  private final Kind kind;

  FileProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
