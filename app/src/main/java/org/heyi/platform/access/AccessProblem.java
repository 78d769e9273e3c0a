package org.heyi.platform.access;

import org.heyi.platform.shared.Problem;

/// 访问的拒绝原因: what access refuses.
public enum AccessProblem implements Problem {
  ACCOUNT_NOT_FOUND(Kind.UNKNOWN),
  POST_NOT_FOUND(Kind.UNKNOWN),
  SESSION_NOT_FOUND(Kind.UNKNOWN),
  EMERGENCY_NOT_FOUND(Kind.UNKNOWN),
  SETUP_LINK_NOT_VALID(Kind.UNKNOWN),
  NOT_YOUR_DUTY(Kind.FORBIDDEN),
  OUTSIDE_YOUR_REACH(Kind.FORBIDDEN),
  NOT_ON_YOURSELF(Kind.FORBIDDEN),
  UNKNOWN_ROLE(Kind.REFUSED),
  UNKNOWN_INSTITUTION(Kind.REFUSED),
  ROLES_EXCLUDE_EACH_OTHER(Kind.REFUSED),
  WRONG_PASSWORD(Kind.REFUSED),
  TOO_MANY_ATTEMPTS(Kind.REFUSED),
  REASON_TOO_SHORT(Kind.REFUSED),
  NO_POST_TODAY(Kind.REFUSED),
  LOGIN_TAKEN(Kind.CONFLICT),
  POST_ALREADY_HELD(Kind.CONFLICT),
  ACCOUNT_CLOSED(Kind.CONFLICT),
  CHANGED_MEANWHILE(Kind.CONFLICT),
  ALREADY_REVIEWED(Kind.CONFLICT);

  private final Kind kind;

  AccessProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
