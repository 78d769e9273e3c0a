package org.heyi.platform.work;

import java.time.Instant;
import org.heyi.platform.shared.AccountId;
import org.jspecify.annotations.Nullable;

/// 流转步骤: one thing that happened to an item.
///
/// @param account who did it, or null when it was a clock
/// @param actor the person's name, or the clock's
/// @param actingFor for whom the actor stood in, or null
/// @param kind the item's kind after the step
/// @param from the owner before, where that is another
/// @param to the owner after, where that is another
/// @param fromName who had it before it was handed over, or null
/// @param toName to whom it was handed over, or null
public record WorkStep(
    What what,
    Instant at,
    @Nullable AccountId account,
    String actor,
    @Nullable String actingFor,
    String kind,
    @Nullable WorkOwner from,
    @Nullable WorkOwner to,
    @Nullable String fromName,
    @Nullable String toName) {

  /// What happened.
  public enum What {
    OPENED,
    PASSED,
    CLAIMED,
    RELEASED,
    REDATED,
    REMINDED,
    ESCALATED,
    HANDED_OVER,
    CLOSED
  }
}
