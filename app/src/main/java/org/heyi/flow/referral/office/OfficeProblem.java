package org.heyi.flow.referral.office;

import org.heyi.platform.shared.Problem;

/// What is refused when an office is named.
enum OfficeProblem implements Problem {
  NO_SUCH_INSTITUTION(Kind.UNKNOWN),
  NOT_YOURS(Kind.FORBIDDEN),
  /// Somebody else named it meanwhile.
  CHANGED(Kind.CONFLICT),
  NAME_NEEDED(Kind.REFUSED),
  PHONE_NEEDED(Kind.REFUSED),
  TOO_LONG(Kind.REFUSED),
  /// Nobody was named, or somebody without a duty of referral there.
  STAFF_NEEDED(Kind.REFUSED);

  private final Kind kind;

  OfficeProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
