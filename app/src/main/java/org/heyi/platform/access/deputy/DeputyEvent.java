package org.heyi.platform.access.deputy;

import java.time.Instant;
import java.time.LocalDate;
import org.heyi.platform.shared.AccountId;
import org.jmolecules.event.types.DomainEvent;
import org.jspecify.annotations.Nullable;

/// 代理事件: what both sides are told, after the commit.
public sealed interface DeputyEvent extends DomainEvent {

  DeputyId deputyship();

  Pair pair();

  /// Who did it; null when it was the clock.
  @Nullable AccountId by();

  Instant at();

  /// Both sides, and when.
  record Pair(
      AccountId absent,
      String absentName,
      AccountId deputy,
      String deputyName,
      LocalDate from,
      LocalDate last) {}

  record Named(DeputyId deputyship, Pair pair, @Nullable AccountId by, Instant at)
      implements DeputyEvent {}

  /// Before its last day.
  record Ended(DeputyId deputyship, Pair pair, @Nullable AccountId by, Instant at)
      implements DeputyEvent {}
}
