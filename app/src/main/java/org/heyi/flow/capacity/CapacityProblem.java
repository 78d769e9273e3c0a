package org.heyi.flow.capacity;

import org.heyi.platform.shared.Problem;

/// What this room can refuse.
enum CapacityProblem implements Problem {
  NOT_FOUND(Kind.UNKNOWN),
  NOT_YOUR_DUTY(Kind.FORBIDDEN),
  NOT_ENTITLED(Kind.FORBIDDEN),
  NOT_YET_OPEN(Kind.REFUSED),
  TOO_LATE(Kind.REFUSED),
  RESERVED_LAPSED(Kind.REFUSED),
  CLINIC_STOPPED(Kind.CONFLICT),
  SLOT_TAKEN(Kind.CONFLICT),
  ALREADY_IN_CLINIC(Kind.CONFLICT),
  BOOKED_FOR_ANOTHER(Kind.CONFLICT),
  /// Only the room that owns the purpose sends a resident to another department.
  OTHER_DEPARTMENT(Kind.REFUSED),
  STEP_NOT_POSSIBLE(Kind.CONFLICT),
  /// The appointment belongs to another room's thing, e.g. a referral.
  DEALT_WITH_ELSEWHERE(Kind.REFUSED),
  NOT_TODAY(Kind.REFUSED),
  TOO_EARLY_FOR_NO_SHOW(Kind.REFUSED),
  CHANGED_MEANWHILE(Kind.CONFLICT),
  SHARE_BELOW_EXPERT(Kind.REFUSED),
  SHARE_BELOW_OUTPATIENT(Kind.REFUSED),
  REASON_NEEDED(Kind.REFUSED),
  NOTHING_TO_PUBLISH(Kind.REFUSED),
  PERIOD_NOT_POSSIBLE(Kind.REFUSED),
  SEGMENT_NOT_POSSIBLE(Kind.REFUSED),
  CLINIC_NOT_POSSIBLE(Kind.REFUSED),
  CLINIC_DIFFERS(Kind.CONFLICT),
  TEMPLATE_EXISTS(Kind.CONFLICT),
  DOCTOR_NOT_HERE(Kind.CONFLICT),
  EXTRA_LIMIT_REACHED(Kind.REFUSED),
  NOT_ENOUGH_FREE(Kind.REFUSED);

  private final Kind kind;

  CapacityProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
