package org.heyi.flow.capacity;

import static org.heyi.flow.capacity.CapacityProblem.ALREADY_IN_CLINIC;
import static org.heyi.flow.capacity.CapacityProblem.BOOKED_FOR_ANOTHER;
import static org.heyi.flow.capacity.CapacityProblem.CHANGED_MEANWHILE;
import static org.heyi.flow.capacity.CapacityProblem.NOT_FOUND;
import static org.heyi.flow.capacity.CapacityProblem.NOT_YOUR_DUTY;
import static org.heyi.flow.capacity.CapacityProblem.OTHER_DEPARTMENT;
import static org.heyi.flow.capacity.CapacityProblem.REASON_NEEDED;
import static org.heyi.flow.capacity.CapacityProblem.SLOT_TAKEN;
import static org.heyi.flow.capacity.CapacityProblem.STEP_NOT_POSSIBLE;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.heyi.flow.capacity.AppointmentActions.Action;
import org.heyi.flow.capacity.AppointmentStore.Asked;
import org.heyi.flow.capacity.AppointmentStore.Booking;
import org.heyi.flow.capacity.AppointmentStore.Found;
import org.heyi.platform.access.Relationships;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.NoStaffNeeded;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Booking, moving, cancelling, arriving. Every method joins the caller's transaction.
///
/// Lists join `capacity.card_appointment (id, purpose_kind, purpose_id, resident, hospital,
/// department, practitioner, slot_class, reserved, starts_at, ends_at, number, status)`, which
/// shows the newest appointment of each purpose.
@Service
@Transactional
public class Appointments {

  private final AppointmentStore store;
  private final SlotStore slots;
  private final HospitalRules rules;
  private final Relationships relationships;
  private final Traces traces;
  private final Telling telling;
  private final Purposes purposes;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Appointments(
      AppointmentStore store,
      SlotStore slots,
      HospitalRules rules,
      Relationships relationships,
      Traces traces,
      Telling telling,
      Purposes purposes,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.slots = slots;
    this.rules = rules;
    this.relationships = relationships;
    this.traces = traces;
    this.telling = telling;
    this.purposes = purposes;
    this.events = events;
    this.clock = clock;
  }

  /// Books the slot, or another of its segment that the caller may take when somebody was quicker.
  /// The same purpose booked twice is one appointment.
  ///
  /// @throws org.heyi.platform.shared.ProblemException `capacity.slot-taken`,
  ///   `capacity.not-yet-open`, `capacity.not-entitled`, `capacity.clinic-stopped` …
  public AppointmentView book(BookSlot command, Staff by) {
    var now = clock.instant();
    var asked = store.asked(command.slot(), command.purpose()).orElseThrow(() -> NOT_FOUND.with());
    var earlier = asked.earlier();
    if (earlier != null && earlier.isLive()) {
      return existing(command, by);
    }
    var booker = rules.booker(by, command.purpose().kind(), VisitDay.of(now));
    var how = allowed(asked.offer(), booker, by, now);
    if (!relationships.live(command.resident(), by.institution())) {
      throw NOT_FOUND.with();
    }
    if (earlier != null) {
      supersede(earlier, by);
    }
    return write(asked, command, how);
  }

  private AppointmentView write(Asked asked, BookSlot command, Booking how) {
    var id = AppointmentId.next();
    var taken = store.book(id, asked, command, how).orElseThrow(() -> SLOT_TAKEN.with());
    if (!taken.booked()) {
      slots.free(taken.slot());
      return existing(command, how.by());
    }
    var by = how.by();
    var offer = asked.offer().taken(taken.slot(), taken.number(), taken.reserved());
    var booked =
        new Appointment(
            id,
            command.resident(),
            command.purpose(),
            Appointment.Status.BOOKED,
            by.institution(),
            how.entitled(),
            false,
            1);
    traces.visitBegins(booked, offer, by);
    traces.record("capacity.booked", booked, offer, by);
    return offer.view(booked);
  }

  /// Somebody booked the purpose before: the same appointment is the answer. Otherwise it was the
  /// resident's other appointment in this clinic that stood against it.
  private AppointmentView existing(BookSlot command, Staff by) {
    var found =
        store
            .current(command.purpose())
            .filter(it -> it.appointment().isLive())
            .orElseThrow(() -> ALREADY_IN_CLINIC.with());
    if (!found.appointment().resident().equals(command.resident())) {
      throw BOOKED_FOR_ANOTHER.with();
    }
    return seen(found, by).offer().view(found.appointment());
  }

  /// The next times that [#move] would accept from the caller, earliest first.
  public List<FreeSlot> times(AppointmentId id, int most, Staff by) {
    var offer = seen(load(id), by).offer();
    return timesAt(id, offer.hospital(), offer.department(), most, by);
  }

  /// The same for [#moveAnywhere], in one department.
  public List<FreeSlot> timesAt(
      AppointmentId id, InstitutionId hospital, String department, int most, Staff by) {
    var now = clock.instant();
    var found = decided(Action.MOVE, id, by, now);
    var today = VisitDay.of(now);
    var inside = hospital.equals(found.offer().hospital());
    var window = rules.window(rules.mover(found.appointment(), inside, by, today), hospital, now);
    var query = new FreeSlotQuery(hospital, department, today, most);
    return slots.offered(query, window, by.account());
  }

  /// Takes the new slot and frees the old in one commit; a displaced appointment is booked again.
  /// It stays in its hospital and department.
  public AppointmentView move(AppointmentId id, SlotId to, Staff by) {
    return move(seen(load(id), by), to, false, by);
  }

  /// The same for the room that owns the purpose and knows where the resident is to go now.
  public AppointmentView moveAnywhere(AppointmentId id, SlotId to, Staff by) {
    return move(seen(load(id), by), to, true, by);
  }

  private AppointmentView move(Found old, SlotId to, boolean anywhere, Staff by) {
    var now = clock.instant();
    decide(Action.MOVE, old, by, now);
    var appointment = old.appointment();
    if (old.offer().slot().equals(to) && appointment.status() == Appointment.Status.BOOKED) {
      return old.offer().view(appointment);
    }
    var target = store.asked(to, appointment.purpose()).orElseThrow(() -> NOT_FOUND.with()).offer();
    if (!anywhere && !target.sameDepartment(old.offer())) {
      throw OTHER_DEPARTMENT.with();
    }
    var sameHospital = target.hospital().equals(old.offer().hospital());
    var how =
        allowed(target, rules.mover(appointment, sameHospital, by, VisitDay.of(now)), by, now);
    if (appointment.status() == Appointment.Status.BOOKED && !slots.free(old.offer().slot())) {
      throw CHANGED_MEANWHILE.with();
    }
    var taken = store.take(target, how).orElseThrow(() -> SLOT_TAKEN.with());
    var offer = target.taken(taken.slot(), taken.number(), taken.reserved());
    if (!store.move(appointment, offer, now)) {
      throw CHANGED_MEANWHILE.with();
    }
    if (!sameHospital) {
      traces.visitEnds(appointment, old.offer(), by);
    }
    telling.close(appointment, by);
    var moved = appointment.now(Appointment.Status.BOOKED);
    traces.visitBegins(moved, offer, by);
    traces.record("capacity.moved", moved, offer, by);
    return offer.view(moved);
  }

  /// Frees the slot; cancelling twice is one cancellation.
  public void cancel(AppointmentId id, String reason, Staff by) {
    cancel(seen(load(id), by), reason, by);
  }

  private void cancel(Found found, String reason, Staff by) {
    var now = clock.instant();
    if (reason.isBlank()) {
      throw REASON_NEEDED.with();
    }
    if (found.appointment().status() == Appointment.Status.CANCELLED) {
      return;
    }
    giveUp(found, reason, by, now);
    telling.close(found.appointment(), by);
    traces.record("capacity.cancelled", found.appointment(), found.offer(), by);
  }

  /// The same when a time ran out: the log names the clock.
  ///
  /// @param by in whose name the clock acts: somebody of the institution that booked
  public void cancelByClock(AppointmentId id, String reason, String job, Staff by) {
    var found = seen(load(id), by);
    if (found.appointment().status() == Appointment.Status.CANCELLED) {
      return;
    }
    giveUp(found, reason, by, clock.instant());
    telling.closeByClock(found.appointment(), job);
    traces.recordByClock("capacity.cancelled", job, found.appointment(), found.offer());
  }

  private void giveUp(Found found, String reason, Staff by, Instant now) {
    decide(Action.CANCEL, found, by, now);
    var appointment = found.appointment();
    if (appointment.status() == Appointment.Status.BOOKED && !slots.free(found.offer().slot())) {
      throw CHANGED_MEANWHILE.with();
    }
    if (!store.step(appointment, Appointment.Status.CANCELLED, reason, now)) {
      throw CHANGED_MEANWHILE.with();
    }
    traces.visitEnds(appointment, found.offer(), by);
  }

  /// 停机补录: takes again the slot of a visit that went on on paper while Heyi was out, and that a
  /// clock gave up when it was over. What somebody gave up before stays given up.
  ///
  /// @param happened when the resident's visit was dealt with on paper: not after its end
  public AppointmentView takeAgain(Subject purpose, Instant happened, Staff by) {
    var found = seen(store.current(purpose).orElseThrow(() -> NOT_FOUND.with()), by);
    var offer = found.offer();
    if (!by.mayAt(CapacityDuty.BOOK, offer.hospital())) {
      throw NOT_YOUR_DUTY.with();
    }
    if (happened.isAfter(offer.end())
        || !slots.takeAgain(offer.slot())
        || !store.takeAgain(found.appointment().id(), offer.end(), clock.instant())) {
      throw STEP_NOT_POSSIBLE.with();
    }
    var booked = found.appointment().now(Appointment.Status.BOOKED);
    traces.record("capacity.taken-again", booked, offer, by);
    return offer.view(booked);
  }

  /// 报到: marks arrival on the day of the visit. Arriving twice is one arrival.
  ///
  /// @param happened now, or when it was while Heyi was out; what lies ahead counts as now
  public void arrive(AppointmentId id, Instant happened, Staff by) {
    mark(seen(load(id), by), Action.ARRIVE, Appointment.Status.ARRIVED, happened, by);
  }

  /// 爽约: the resident has not come in time.
  ///
  /// @param happened when that was seen, as for [#arrive]
  public void noShow(AppointmentId id, Instant happened, Staff by) {
    noShow(seen(load(id), by), happened, by);
  }

  private void noShow(Found found, Instant happened, Staff by) {
    if (mark(found, Action.NO_SHOW, Appointment.Status.NO_SHOW, happened, by)) {
      var it = found.appointment();
      events.publishEvent(new AppointmentEvent.NoShow(it.id(), it.purpose(), clock.instant()));
    }
  }

  /// False when it was marked before.
  private boolean mark(
      Found found, Action action, Appointment.Status to, Instant happened, Staff by) {
    var now = clock.instant();
    var it = found.appointment();
    if (it.status() == to) {
      return false;
    }
    decide(action, found, by, happened.isAfter(now) ? now : happened);
    if (!store.step(it, to, "", now)) {
      throw CHANGED_MEANWHILE.with();
    }
    telling.close(it, by);
    traces.record("capacity." + to.word().replace('_', '-'), it, found.offer(), by);
    return true;
  }

  /// One step of somebody who names the version they have seen.
  ///
  /// @throws org.heyi.platform.shared.ProblemException `capacity.changed-meanwhile` when there is a
  ///   newer one
  public void change(AppointmentChange change, Staff by) {
    var found = seen(load(change.appointment()), by);
    if (found.appointment().version() != change.version()) {
      throw CHANGED_MEANWHILE.with();
    }
    var now = clock.instant();
    switch (change) {
      case AppointmentChange.Arrive _ ->
          mark(found, Action.ARRIVE, Appointment.Status.ARRIVED, now, by);
      case AppointmentChange.NoShow _ -> noShow(found, now, by);
      case AppointmentChange.Cancel it -> cancel(found, it.reason(), by);
      case AppointmentChange.Move it -> move(found, it.to(), false, by);
    }
  }

  /// The resident has been told that the clinic was stopped or another doctor stands in.
  public void told(AppointmentId id, Staff by) {
    var now = clock.instant();
    var found = decided(Action.TELL, id, by, now);
    var it = found.appointment();
    if (!store.told(id, now)) {
      throw CHANGED_MEANWHILE.with();
    }
    telling.close(it, by);
    traces.record("capacity.told", it, found.offer(), by);
  }

  @NoStaffNeeded(because = "the room that owns the purpose has decided that the caller may see it")
  public Optional<AppointmentView> of(Subject purpose) {
    return store.current(purpose).map(it -> it.offer().view(it.appointment()));
  }

  /// One appointment with what the caller may do with it now; audited.
  public AppointmentDetail view(AppointmentId id, Staff by) {
    var now = clock.instant();
    var found = seen(load(id), by);
    traces.record("capacity.appointment-viewed", found.appointment(), found.offer(), by);
    var purpose = found.appointment().purpose();
    var may = AppointmentActions.words(AppointmentActions.of(facts(found, now), by, now));
    return new AppointmentDetail(
        found.offer().view(found.appointment()),
        purpose,
        purposes.path(purpose, by),
        purposes.owned(purpose),
        found.appointment().toTell(),
        purposes.offered(purpose, may));
  }

  private Booking allowed(SlotOffer offer, Booker booker, Staff by, Instant now) {
    var window = rules.window(booker, offer.hospital(), now);
    SlotRules.mayTake(offer.facts(), window).ifPresent(Appointments::refuse);
    return new Booking(
        by,
        window.entitledUntil() != null,
        SlotRules.mayTake(offer.facts(!offer.reserved()), window).isEmpty(),
        now);
  }

  private Found load(AppointmentId id) {
    return store.find(id).orElseThrow(() -> NOT_FOUND.with());
  }

  private Found seen(Found found, Staff by) {
    if (!AppointmentActions.seen(facts(found, clock.instant()), by)) {
      throw NOT_FOUND.with();
    }
    return found;
  }

  private Found decided(Action action, AppointmentId id, Staff by, Instant now) {
    var found = seen(load(id), by);
    decide(action, found, by, now);
    return found;
  }

  private void decide(Action action, Found found, Staff by, Instant now) {
    AppointmentActions.refusal(action, facts(found, now), by, now).ifPresent(Appointments::refuse);
  }

  private AppointmentActions.Facts facts(Found found, Instant now) {
    var it = found.appointment();
    var offer = found.offer();
    return new AppointmentActions.Facts(
        it.status(),
        offer.hospital(),
        it.bookedBy(),
        it.toTell(),
        offer.start(),
        rules.noShowAfter(offer.hospital(), VisitDay.of(now)));
  }

  private void supersede(Appointment earlier, Staff by) {
    store.supersede(earlier.id());
    telling.close(earlier, by);
  }

  private static void refuse(ProblemException why) {
    throw why;
  }
}
