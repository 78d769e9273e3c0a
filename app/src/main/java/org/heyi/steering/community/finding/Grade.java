package org.heyi.steering.community.finding;

import java.util.Locale;

/// 医院等级: the closed list of levels in its order. `SECONDARY` says the grade, its class (甲/乙) is not
/// stated.
enum Grade {
  PRIMARY(1, false),
  SECONDARY(2, false),
  SECONDARY_A(2, true),
  TERTIARY(3, false),
  TERTIARY_A(3, true);

  private final int rank;
  private final boolean upper;

  Grade(int rank, boolean upper) {
    this.rank = rank;
    this.upper = upper;
  }

  static Grade of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  boolean isRank(Grade wanted) {
    return rank == wanted.rank;
  }

  /// @param level as recorded, or empty
  Outcome against(String level) {
    if (level.isEmpty()) {
      return Outcome.NOT_RECORDED;
    }
    var found = of(level);
    if (found.rank != rank) {
      return found.rank > rank ? Outcome.HOLDS : Outcome.DOES_NOT_HOLD;
    }
    return found.upper || !upper ? Outcome.HOLDS : Outcome.NOT_RECORDED;
  }
}
