package org.heyi.platform.access;

import org.heyi.platform.shared.Problem;

/// 访问的拒绝原因: what access refuses.
enum AccessProblem implements Problem {
  ACCOUNT_NOT_FOUND(Kind.UNKNOWN),
  POST_NOT_FOUND(Kind.UNKNOWN),
  LINK_NOT_VALID(Kind.UNKNOWN),
  NOT_YOUR_DUTY(Kind.FORBIDDEN),
  OUTSIDE_YOUR_REACH(Kind.FORBIDDEN),
  NOT_ON_YOURSELF(Kind.FORBIDDEN),
  UNKNOWN_ROLE(Kind.REFUSED),
  UNKNOWN_INSTITUTION(Kind.REFUSED),
  ROLES_EXCLUDE_EACH_OTHER(Kind.REFUSED),
  NAME_DIFFERS(Kind.REFUSED),
  PHONE_DIFFERS(Kind.REFUSED),
  DIFFERS_FROM_ROW(Kind.REFUSED),
  POST_SINCE(Kind.REFUSED),
  POST_WAS_ENDED(Kind.REFUSED),
  POST_NOT_ENDED_HERE(Kind.REFUSED),
  SUCCESSOR_NOT_POSSIBLE(Kind.CONFLICT),
  LOGIN_TAKEN(Kind.CONFLICT),
  POST_ALREADY_HELD(Kind.CONFLICT),
  SYSTEM_HAS_ONE_POST(Kind.CONFLICT),
  IS_CLOSED(Kind.CONFLICT),
  CHANGED_MEANWHILE(Kind.CONFLICT);

  private final Kind kind;

  AccessProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
