package org.heyi.platform.access.leaving;

import java.util.Map;
import java.util.Optional;
import org.heyi.platform.shared.Staff;
import org.jspecify.annotations.Nullable;

/// 交接: whose matters go to whom.
///
/// @param to who takes on what needs a duty; without an entry it goes back to all who have the duty
/// @param by the administrator, or null when the clock ended the post
public record HandOver(Leaver from, Map<DutyAt, Successor> to, @Nullable Staff by) {

  /// Who acts when nobody pressed anything.
  public static final String JOB = "access.hand-over";

  public HandOver {
    to = Map.copyOf(to);
  }

  public Optional<Successor> successor(DutyAt needed) {
    return Optional.ofNullable(to.get(needed));
  }
}
