package org.heyi.platform.access.leaving;

import java.time.Instant;
import org.heyi.platform.shared.AccountId;
import org.jmolecules.event.types.DomainEvent;
import org.jspecify.annotations.Nullable;

/// 交接事件: what somebody who left has handed over at one institution, after the commit.
///
/// @param to who has it now, or null: everybody there with the duty
public record LeavingEvent(
    AccountId from, String name, DutyAt needed, @Nullable AccountId to, long count, Instant at)
    implements DomainEvent {}
