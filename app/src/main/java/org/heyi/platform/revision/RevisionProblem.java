package org.heyi.platform.revision;

import org.heyi.platform.shared.Problem;

/// What is refused when policy packs are revised.
enum RevisionProblem implements Problem {
  NOT_A_PUBLISHER(Kind.FORBIDDEN),
  NO_SUCH_REVISION(Kind.UNKNOWN),
  NO_FILE(Kind.REFUSED),
  NOT_UTF8(Kind.REFUSED),
  OTHER_AREA(Kind.REFUSED),
  NO_DATE(Kind.REFUSED),
  TOO_EARLY(Kind.REFUSED),
  FAULTY(Kind.REFUSED),
  NOT_OPEN(Kind.CONFLICT);

  private final Kind kind;

  RevisionProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
