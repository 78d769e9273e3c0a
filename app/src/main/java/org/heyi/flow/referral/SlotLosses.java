package org.heyi.flow.referral;

import org.heyi.flow.capacity.AppointmentEvent;
import org.heyi.flow.capacity.AppointmentId;
import org.heyi.flow.referral.Referral.Booked;
import org.heyi.flow.referral.Referral.Returned;
import org.heyi.platform.shared.Subject;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// 失号: hears from the schedule that a clinic was stopped or a resident did not come. The referral
/// then has no time, and finding another is the sender's work. Hearing it twice changes nothing.
@Component
class SlotLosses {

  private final ReferralStore store;
  private final Casebook casebook;

  SlotLosses(ReferralStore store, Casebook casebook) {
    this.store = store;
    this.casebook = casebook;
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
    var it = found.referral();
    var visit = it.visit();
    if (visit == null || !visit.appointment().equals(appointment)) {
      return;
    }
    var by = Clockwork.of(it);
    var author = found.facts().author();
    switch (it) {
      case Booked booked -> casebook.put(found, booked.loseVisit(), Step.of(why), author, by);
      case Returned returned -> casebook.put(found, returned.freeSlot(), Step.of(why), author, by);
      default -> {}
    }
  }
}
