package org.heyi.flow.referral;

import java.util.List;
import org.heyi.flow.capacity.AppointmentEvent;
import org.heyi.flow.capacity.AppointmentId;
import org.heyi.flow.capacity.AppointmentView;
import org.heyi.flow.capacity.Appointments;
import org.heyi.flow.referral.Referral.Accepted;
import org.heyi.flow.referral.Referral.Booked;
import org.heyi.platform.shared.Subject;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// 跟随号源: keeps referrals in step with the hospital's schedule: a clinic was stopped, a resident did
/// not come, or the schedule's own desk moved, cancelled or received an appointment of a referral.
/// What it is told at once it does at once; the rest it finds by looking every minute. Hearing a
/// thing twice changes nothing.
@Component
class ScheduleFollower {

  private final ReferralStore store;
  private final Casebook casebook;
  private final Appointments appointments;

  ScheduleFollower(ReferralStore store, Casebook casebook, Appointments appointments) {
    this.store = store;
    this.casebook = casebook;
    this.appointments = appointments;
  }

  @ApplicationModuleListener
  void on(AppointmentEvent event) {
    switch (event) {
      case AppointmentEvent.Displaced(var id, var purpose, _) ->
          lose(id, purpose, ReferralAction.DISPLACE);
      case AppointmentEvent.NoShow(var id, var purpose, _) ->
          lose(id, purpose, ReferralAction.NO_SHOW);
      case AppointmentEvent.Substituted _ -> {}
    }
  }

  private void lose(AppointmentId appointment, Subject purpose, ReferralAction why) {
    if (!purpose.kind().equals("referral")) {
      return;
    }
    var found = store.lock(ReferralId.of(purpose.id())).orElseThrow();
    var visit = found.referral().visit();
    if (visit != null && visit.appointment().equals(appointment)) {
      lose(found, why);
    }
  }

  /// Open referrals whose appointment is not what they believe.
  List<ReferralId> outOfStep(int most) {
    return store.outOfStep(most);
  }

  /// @return whether the referral was behind
  boolean catchUp(ReferralId id) {
    var found = store.lock(id).orElseThrow();
    var appointment = appointments.of(Referrals.subject(id)).orElse(null);
    if (appointment == null || !(found.referral() instanceof Booked booked)) {
      return false;
    }
    return switch (appointment.status()) {
      case "booked" -> follow(found, booked, appointment);
      case "arrived" -> arrive(found, appointment);
      case "no_show" -> lose(found, ReferralAction.NO_SHOW);
      case "displaced" -> lose(found, ReferralAction.DISPLACE);
      default -> lose(found, ReferralAction.UNBOOK);
    };
  }

  private boolean follow(Found found, Booked booked, AppointmentView now) {
    var visit = Visits.of(now);
    if (visit.equals(booked.visit())) {
      return false;
    }
    put(found, booked.move(visit), ReferralAction.MOVE);
    return true;
  }

  /// Also one who was marked as a no-show and came after all.
  private boolean arrive(Found found, AppointmentView now) {
    if (!(found.referral() instanceof Accepted accepted)) {
      return false;
    }
    put(found, accepted.move(Visits.of(now)).arrive(), ReferralAction.ARRIVE);
    return true;
  }

  private boolean lose(Found found, ReferralAction why) {
    if (!(found.referral() instanceof Booked booked) || booked.visit() == null) {
      return false;
    }
    put(found, booked.loseVisit(), why);
    return true;
  }

  private void put(Found found, Referral after, ReferralAction why) {
    var by = Clockwork.of(found.referral());
    var next = after instanceof Booked it && it.visit() == null ? found.facts().handler() : null;
    casebook.put(found, after, Step.of(why), next, by);
  }
}
