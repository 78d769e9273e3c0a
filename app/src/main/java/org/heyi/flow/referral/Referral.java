package org.heyi.flow.referral;

import java.time.Instant;
import org.heyi.flow.capacity.AppointmentId;
import org.heyi.flow.referral.content.Destination;
import org.heyi.flow.referral.content.Urgency;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.ResidentId;
import org.jspecify.annotations.Nullable;

/// 转诊单. Each state is its own type, so a step that makes no sense does not compile.
///
/// **The fate of the slot** is [#visit()]: what is in the state before and not in the state after
/// is freed in the same commit. So the slot is
///
/// - taken by sending, in the same commit ([Sendable#send]);
/// - held while a returned referral is edited, for `referral-return-hold-hours`; then it is freed
///   and the referral stays returned without one, until it is sent with another slot or, after
///   `referral-draft-days`, expires;
/// - exchanged by moving and by sending on: the new one is taken and the old one freed in one
///   commit;
/// - freed by withdrawal, refusal and expiry; a referral that nobody reviewed expires when its
///   visit is over, and takes its slot again when a late entry shows that the hospital had reviewed
///   it on paper ([Expired#again]);
/// - lost when the clinic stops or the resident does not come: then the sender books another, or
///   after `referral-draft-days` the referral expires; who comes after all on the same day has it
///   again;
/// - used up from the arrival on.
sealed interface Referral {

  Origin origin();

  /// Where to and how urgent; null on a draft.
  default @Nullable Route route() {
    return null;
  }

  /// The time that is held at the hospital; null when there is none.
  default @Nullable Visit visit() {
    return null;
  }

  ReferralState state();

  default boolean forwarded() {
    return false;
  }

  default ReferralId id() {
    return origin().id();
  }

  /// What never changes, and the version that was read.
  record Origin(
      ReferralId id,
      ResidentId resident,
      AreaId area,
      InstitutionId sender,
      AccountId author,
      int version) {}

  record Route(Destination to, Urgency urgency) {}

  record Visit(AppointmentId appointment, Instant start, Instant end) {}

  /// This referral in the state that a step needs.
  default <S extends Referral> S as(Class<S> state) {
    if (!state.isInstance(this)) {
      throw ReferralProblem.STALE.with(id());
    }
    return state.cast(this);
  }

  /// What the sender may still take back.
  sealed interface Withdrawable extends Referral permits Sendable, Booked {

    default Withdrawn withdraw() {
      return new Withdrawn(origin(), route());
    }

    default Expired expire() {
      return new Expired(origin(), route());
    }
  }

  /// What can be sent: for the first time, or again.
  sealed interface Sendable extends Withdrawable permits Draft, Returned {

    default Sent send(Route route, Visit visit) {
      return new Sent(origin(), route, visit, false);
    }
  }

  /// What can change its time, and lose it.
  sealed interface Booked extends Withdrawable permits Sent, Returned, Accepted {

    Booked move(Visit to);

    Booked loseVisit();
  }

  record Draft(Origin origin) implements Sendable {
    @Override
    public ReferralState state() {
      return ReferralState.DRAFT;
    }
  }

  record Sent(Origin origin, Route route, @Nullable Visit visit, boolean forwarded)
      implements Booked {

    Accepted accept() {
      return new Accepted(origin, route, visit);
    }

    /// Keeps the slot while the sender edits.
    Returned giveBack() {
      return new Returned(origin, route, visit);
    }

    Refused refuse() {
      return new Refused(origin, route);
    }

    /// To another place, with the new time there; its office reviews it anew.
    Sent redirect(Route elsewhere, Visit there) {
      return new Sent(origin, elsewhere, there, false);
    }

    Sent forward() {
      return new Sent(origin, route, visit, true);
    }

    Sent backToOffice() {
      return new Sent(origin, route, visit, false);
    }

    @Override
    public Sent move(Visit to) {
      return new Sent(origin, route, to, forwarded);
    }

    @Override
    public Sent loseVisit() {
      return new Sent(origin, route, null, false);
    }

    @Override
    public ReferralState state() {
      return ReferralState.SENT;
    }
  }

  record Returned(Origin origin, Route route, @Nullable Visit visit) implements Sendable, Booked {

    @Override
    public Returned move(Visit to) {
      return new Returned(origin, route, to);
    }

    @Override
    public Returned loseVisit() {
      return new Returned(origin, route, null);
    }

    @Override
    public ReferralState state() {
      return ReferralState.RETURNED;
    }
  }

  record Accepted(Origin origin, Route route, @Nullable Visit visit) implements Booked {

    Arrived arrive() {
      if (visit == null) {
        throw ReferralProblem.SLOT_NEEDED.with();
      }
      return new Arrived(origin, route, visit);
    }

    @Override
    public Accepted move(Visit to) {
      return new Accepted(origin, route, to);
    }

    @Override
    public Accepted loseVisit() {
      return new Accepted(origin, route, null);
    }

    @Override
    public ReferralState state() {
      return ReferralState.ACCEPTED;
    }
  }

  record Arrived(Origin origin, Route route, Visit visit) implements Referral {

    InCare takeIn() {
      return new InCare(origin, route, visit);
    }

    @Override
    public ReferralState state() {
      return ReferralState.ARRIVED;
    }
  }

  record InCare(Origin origin, Route route, Visit visit) implements Referral {

    FedBack feedBack() {
      return new FedBack(origin, route, visit);
    }

    @Override
    public ReferralState state() {
      return ReferralState.IN_CARE;
    }
  }

  record FedBack(Origin origin, Route route, Visit visit) implements Referral {

    Closed close() {
      return new Closed(origin, route, visit);
    }

    @Override
    public ReferralState state() {
      return ReferralState.FED_BACK;
    }
  }

  record Closed(Origin origin, Route route, Visit visit) implements Referral {
    @Override
    public ReferralState state() {
      return ReferralState.CLOSED;
    }
  }

  record Refused(Origin origin, Route route) implements Referral {
    @Override
    public ReferralState state() {
      return ReferralState.REFUSED;
    }
  }

  record Withdrawn(Origin origin, @Nullable Route route) implements Referral {
    @Override
    public ReferralState state() {
      return ReferralState.WITHDRAWN;
    }
  }

  record Expired(Origin origin, @Nullable Route route) implements Referral {

    /// 停机补录: as it lay at the hospital before the clock ended it.
    Sent again(Visit visit) {
      if (route == null) {
        throw ReferralProblem.STALE.with(id());
      }
      return new Sent(origin, route, visit, false);
    }

    @Override
    public ReferralState state() {
      return ReferralState.EXPIRED;
    }
  }
}
