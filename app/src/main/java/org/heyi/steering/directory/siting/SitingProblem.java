package org.heyi.steering.directory.siting;

import org.heyi.platform.shared.Problem;

/// 规划设置拒绝原因: what is refused about siting plans.
public enum SitingProblem implements Problem {
  NO_AREA(Kind.UNKNOWN),
  NO_VERSION(Kind.UNKNOWN),
  NONE_IN_FORCE(Kind.UNKNOWN),
  NO_SITE(Kind.UNKNOWN),
  NO_SETTLEMENT(Kind.UNKNOWN),
  NOT_YOUR_DUTY(Kind.FORBIDDEN),
  DRAFT_EXISTS(Kind.CONFLICT),
  NOT_A_DRAFT(Kind.CONFLICT),
  NOT_IN_FORCE(Kind.CONFLICT),
  CHANGED_MEANWHILE(Kind.CONFLICT),
  NO_TITLE(Kind.REFUSED),
  NOTHING_IN_IT(Kind.REFUSED),
  BEGINS_TOO_EARLY(Kind.REFUSED),
  STATE_NOT_YET(Kind.REFUSED),
  AGAINST_WHAT_IS(Kind.REFUSED),
  LEFT_OUT(Kind.REFUSED),
  WRONG_CODE(Kind.REFUSED),
  CODE_TAKEN(Kind.REFUSED),
  NO_NAME(Kind.REFUSED),
  NO_TOWN(Kind.REFUSED),
  TOO_LONG(Kind.REFUSED),
  NAME_TAKEN(Kind.REFUSED),
  NO_SUCH_CENTRE(Kind.REFUSED),
  NO_SUCH_CLINIC(Kind.REFUSED),
  INSTITUTION_TAKEN(Kind.REFUSED),
  ONLY_WHEN_OPEN(Kind.REFUSED),
  NO_SUCH_STEP(Kind.REFUSED),
  NOT_YET_THE_DAY(Kind.REFUSED),
  BEFORE_THE_LAST(Kind.REFUSED),
  NO_SUCCESSOR(Kind.REFUSED),
  NO_SUCCESSOR_FOR_IT(Kind.REFUSED),
  SITE_GONE(Kind.REFUSED),
  STILL_NEEDED(Kind.REFUSED),
  NO_SUCH_SITE(Kind.REFUSED),
  WHICH_SITE(Kind.REFUSED),
  WHICH_CENTRE(Kind.REFUSED),
  WRONG_POPULATION(Kind.REFUSED);

  private final Kind kind;

  SitingProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
