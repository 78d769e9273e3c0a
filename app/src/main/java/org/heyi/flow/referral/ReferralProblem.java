package org.heyi.flow.referral;

import org.heyi.platform.shared.Problem;

/// What the referral room refuses.
enum ReferralProblem implements Problem {
  /// There is none, or the caller may not know of it.
  NOT_FOUND(Kind.UNKNOWN),
  NOT_ALLOWED(Kind.FORBIDDEN),
  /// Somebody else changed it after the page was opened.
  STALE(Kind.CONFLICT),
  CLAIMED_BY_OTHER(Kind.CONFLICT),
  INCOMPLETE(Kind.REFUSED),
  SLOT_NEEDED(Kind.REFUSED),
  /// The slot is of another hospital or department than the referral names.
  SLOT_ELSEWHERE(Kind.REFUSED),
  HOSPITAL_NOT_ABOVE(Kind.REFUSED),
  /// A returned referral goes back to the hospital that returned it.
  HOSPITAL_FIXED(Kind.REFUSED),
  UNKNOWN_DEPARTMENT(Kind.REFUSED),
  /// Sent on to where it is already.
  SAME_PLACE(Kind.REFUSED),
  /// Neither the sender nor the hospital may send anybody there.
  NOT_A_DESTINATION(Kind.REFUSED),
  UNKNOWN_DIAGNOSIS(Kind.REFUSED),
  UNKNOWN_REASON(Kind.REFUSED),
  UNKNOWN_PHYSICIAN(Kind.REFUSED),
  IMPLAUSIBLE(Kind.REFUSED),
  TEXT_NEEDED(Kind.REFUSED),
  TEXT_TOO_LONG(Kind.REFUSED),
  PAPER_TIME(Kind.REFUSED);

  private final Kind kind;

  ReferralProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
