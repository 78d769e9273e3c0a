package org.heyi.steering.community.finding;

import org.heyi.platform.shared.Problem;

/// 结构检查问题: what is refused about findings and their exemptions.
enum FindingProblem implements Problem {
  NOT_FOUND(Kind.UNKNOWN),
  EXEMPTION_NOT_FOUND(Kind.UNKNOWN),
  NOT_YOUR_DUTY(Kind.FORBIDDEN),
  NO_REASON(Kind.REFUSED),
  LAST_DAY_PASSED(Kind.REFUSED),
  NO_WARNING(Kind.REFUSED),
  FACTS_CHANGED(Kind.CONFLICT),
  ALREADY_EXEMPT(Kind.CONFLICT),
  ALREADY_WITHDRAWN(Kind.CONFLICT);

  private final Kind kind;

  FindingProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
