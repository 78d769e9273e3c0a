package org.heyi.steering.community.tie;

import java.time.LocalDate;
import java.util.List;
import org.heyi.platform.policy.Citation;
import org.heyi.platform.policy.PackNode;
import org.heyi.platform.shared.Period;
import org.jspecify.annotations.Nullable;

/// 包中合作: a tie as a policy pack gives it.
///
/// @param consortium empty when it is none of the consortium's
/// @param party the institution on our side, or empty: all members of the consortium
/// @param counterpart an institution of the pack, or empty when only named
record PlannedTie(
    PackNode where,
    String id,
    TieKind kind,
    String consortium,
    String party,
    String counterpart,
    String named,
    List<String> matters,
    boolean crossGrid,
    String plan,
    String outcome,
    Period life,
    Citation origin) {

  void check() {
    if (counterpart.isEmpty() == named.isEmpty()) {
      where.refuse(TieProblem.NO_COUNTERPART);
    }
    if (consortium.isEmpty() && party.isEmpty()) {
      where.refuse(TieProblem.NO_PARTY);
    }
    if (!consortium.isEmpty() && !kind.counts()) {
      where.refuse(TieProblem.EARLIER_IN_A_CONSORTIUM, consortium);
    }
    if (!party.isEmpty() && party.equals(counterpart)) {
      where.refuse(TieProblem.WITH_ITSELF, party);
    }
    matters.stream()
        .filter(it -> Matter.of(it).kind() != kind)
        .forEach(it -> where.refuse(TieProblem.MATTER_DOES_NOT_FIT, it, kind.code()));
  }

  Row row(int position) {
    return new Row(
        id,
        position,
        kind.code(),
        orNull(consortium),
        orNull(party),
        orNull(counterpart),
        named,
        matters,
        crossGrid,
        plan,
        outcome,
        life.from(),
        life.until(),
        origin.clause(),
        origin.house());
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /// The same as its table wants it.
  record Row(
      String id,
      int position,
      String kind,
      @Nullable String consortium,
      @Nullable String party,
      @Nullable String counterpart,
      String named,
      List<String> matters,
      boolean cross,
      String plan,
      String outcome,
      LocalDate since,
      @Nullable LocalDate until,
      String clause,
      boolean house) {}
}
