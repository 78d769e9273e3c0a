package org.heyi.platform.print;

import org.heyi.platform.shared.Problem;

enum PrintProblem implements Problem {
  NO_FONT(Kind.UNAVAILABLE),
  BUSY(Kind.UNAVAILABLE),
  TOO_LONG(Kind.REFUSED);

  private final Kind kind;

  PrintProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
