package org.heyi.platform.access.deputy;

import org.heyi.platform.shared.Problem;

/// What is refused about deputies.
enum DeputyProblem implements Problem {
  NOT_FOUND(Kind.UNKNOWN),
  NOT_YOUR_DUTY(Kind.FORBIDDEN),
  NOT_ONESELF(Kind.REFUSED),
  PERIOD_NOT_POSSIBLE(Kind.REFUSED),
  NO_COMMON_DUTY(Kind.REFUSED),
  DEPUTY_IS_AWAY(Kind.CONFLICT),
  DEPUTISES_THEN(Kind.CONFLICT),
  ALREADY_HAS_ONE(Kind.CONFLICT),
  ALREADY_OVER(Kind.CONFLICT);

  private final Kind kind;

  DeputyProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
