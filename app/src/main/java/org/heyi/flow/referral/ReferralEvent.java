package org.heyi.flow.referral;

import java.time.Instant;
import org.heyi.platform.shared.InstitutionId;
import org.jmolecules.event.types.DomainEvent;

/// What this room tells the others, after the fact and after the commit.
public sealed interface ReferralEvent extends DomainEvent {

  ReferralId referral();

  Instant at();

  /// For the first time or again after a return.
  record Sent(ReferralId referral, InstitutionId from, InstitutionId to, int version, Instant at)
      implements ReferralEvent {}

  record Accepted(ReferralId referral, InstitutionId from, InstitutionId by, Instant at)
      implements ReferralEvent {}

  record Returned(
      ReferralId referral, InstitutionId from, InstitutionId by, int version, Instant at)
      implements ReferralEvent {}

  record Refused(ReferralId referral, InstitutionId from, InstitutionId by, Instant at)
      implements ReferralEvent {}

  /// Sent on by a hospital to another of its departments or to another hospital.
  record Redirected(
      ReferralId referral,
      InstitutionId from,
      InstitutionId by,
      InstitutionId to,
      int version,
      Instant at)
      implements ReferralEvent {}

  /// A referral that the hospital had seen.
  record Withdrawn(ReferralId referral, InstitutionId from, InstitutionId to, Instant at)
      implements ReferralEvent {}

  record Expired(ReferralId referral, InstitutionId from, InstitutionId to, Instant at)
      implements ReferralEvent {}

  record Forwarded(ReferralId referral, InstitutionId hospital, int version, Instant at)
      implements ReferralEvent {}

  /// Another time was booked.
  record Moved(ReferralId referral, InstitutionId from, InstitutionId to, int version, Instant at)
      implements ReferralEvent {}

  /// The time is gone and the sender must book another, or send again.
  ///
  /// @param why what took it: no-show, free-slot or displace
  record SlotLost(
      ReferralId referral,
      InstitutionId from,
      InstitutionId to,
      ReferralAction why,
      int version,
      Instant at)
      implements ReferralEvent {}

  record Arrived(ReferralId referral, InstitutionId from, InstitutionId to, Instant at)
      implements ReferralEvent {}

  record TakenIn(ReferralId referral, InstitutionId from, InstitutionId to, Instant at)
      implements ReferralEvent {}

  record FedBack(ReferralId referral, InstitutionId from, InstitutionId by, Instant at)
      implements ReferralEvent {}

  record Closed(ReferralId referral, InstitutionId from, InstitutionId to, Instant at)
      implements ReferralEvent {}
}
