package org.heyi.steering.governance.unified;

import org.heyi.platform.shared.Problem;

/// What is refused about unified management: in a pack, and from people.
enum UnifiedProblem implements Problem {
  NOT_FOUND(Kind.UNKNOWN),
  NOT_YOURS(Kind.FORBIDDEN),
  CHANGED_MEANWHILE(Kind.CONFLICT),
  SAME_STATUS(Kind.REFUSED),
  DATE_AHEAD(Kind.REFUSED),
  NOTE_TOO_LONG(Kind.REFUSED),
  CONSORTIUM_TWICE(Kind.REFUSED),
  NO_DIMENSIONS(Kind.REFUSED),
  NO_SUCH_DIMENSION(Kind.REFUSED),
  DIMENSION_TWICE(Kind.REFUSED),
  SAYS_NOTHING(Kind.REFUSED);

  private final Kind kind;

  UnifiedProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
