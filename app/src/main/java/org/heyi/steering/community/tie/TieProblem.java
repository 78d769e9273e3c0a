package org.heyi.steering.community.tie;

import org.heyi.platform.shared.Problem;

/// 合作问题: what is refused in a pack's section cooperation.
enum TieProblem implements Problem {
  NO_COUNTERPART(Kind.REFUSED),
  NO_PARTY(Kind.REFUSED),
  EARLIER_IN_A_CONSORTIUM(Kind.REFUSED),
  MATTER_DOES_NOT_FIT(Kind.REFUSED),
  WITH_ITSELF(Kind.REFUSED);

  private final Kind kind;

  TieProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
