package org.heyi.steering.community.finding;

import java.time.Instant;
import java.time.LocalDate;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.Period;
import org.jspecify.annotations.Nullable;

/// 例外认定: somebody lets a warning be, with a reason, as long as the facts stay as they were.
///
/// @param by the name of who decided
public record Exemption(
    ExemptionId id,
    AreaId area,
    StructureRule rule,
    String target,
    String expected,
    String found,
    String reason,
    Period period,
    Instant at,
    String by,
    @Nullable Instant withdrawnAt,
    String withdrawnBy) {

  /// 例外状态: what became of an exemption.
  public enum State {
    LIVE,
    ENDED,
    WITHDRAWN
  }

  public State state(LocalDate on) {
    if (withdrawnAt != null) {
      return State.WITHDRAWN;
    }
    return period.covers(on) ? State.LIVE : State.ENDED;
  }

  /// The last day it holds, or null.
  public @Nullable LocalDate last() {
    var until = period.until();
    return until == null ? null : until.minusDays(1);
  }
}
