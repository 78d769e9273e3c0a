package org.heyi.flow.capacity;

import static org.heyi.flow.capacity.CapacityProblem.CHANGED_MEANWHILE;
import static org.heyi.flow.capacity.CapacityProblem.EXTRA_LIMIT_REACHED;
import static org.heyi.flow.capacity.CapacityProblem.NOTHING_TO_PUBLISH;
import static org.heyi.flow.capacity.CapacityProblem.NOT_ENOUGH_FREE;
import static org.heyi.flow.capacity.CapacityProblem.NOT_FOUND;
import static org.heyi.flow.capacity.CapacityProblem.NOT_YOUR_DUTY;
import static org.heyi.flow.capacity.CapacityProblem.REASON_NEEDED;
import static org.heyi.flow.capacity.CapacityProblem.SEGMENT_NOT_POSSIBLE;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.heyi.flow.capacity.ClinicActions.Action;
import org.heyi.flow.capacity.QuotaStore.Reason;
import org.heyi.flow.capacity.QuotaStore.Row;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What a hospital offers: publishing clinics, stopping them, other doctors, extra numbers. Every
/// change holds the reserved share of its day or has a reason on record.
@Service
@Transactional
public class Clinics {

  private final ClinicStore store;
  private final SlotStore slots;
  private final AppointmentStore appointments;
  private final Quotas quotas;
  private final Telling telling;
  private final Vacancies vacancies;
  private final Doctors doctors;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Clinics(
      ClinicStore store,
      SlotStore slots,
      AppointmentStore appointments,
      Quotas quotas,
      Telling telling,
      Vacancies vacancies,
      Doctors doctors,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.slots = slots;
    this.appointments = appointments;
    this.quotas = quotas;
    this.telling = telling;
    this.vacancies = vacancies;
    this.doctors = doctors;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /// Publishes the drafts of a period, all or none: their slots are made and the share of every day
  /// is held.
  ///
  /// @return how many clinics were published
  public int publish(PublishClinics command, Staff by) {
    mayPlan(by);
    var now = clock.instant();
    var drafts = drafts(command, by, now);
    if (drafts.isEmpty()) {
      throw NOTHING_TO_PUBLISH.with();
    }
    var days = new TreeSet<>(drafts.stream().map(Clinic::day).toList());
    quotas.guard(
        by.institution(),
        days,
        new Reason("publish", command.shareReason().strip()),
        by,
        () -> drafts.forEach(it -> publish(it, now)));
    audit.record(
        by,
        AuditEntry.of("capacity.published", Subject.of("institution", by.institution()))
            .with("from", days.first())
            .with("until", days.last())
            .with("clinics", drafts.size()));
    return drafts.size();
  }

  private void publish(Clinic draft, Instant now) {
    if (!store.publish(draft, now)) {
      throw CHANGED_MEANWHILE.with();
    }
    slots.add(draft, Clinic.places(store.segments(draft.id())));
  }

  /// What each day would offer, reserve and need if the drafts of the period were published now.
  public List<QuotaLine> preview(PublishClinics command, Staff by) {
    mayPlan(by);
    var drafts = drafts(command, by, clock.instant());
    var more = new HashMap<QuotaStore.Key, Row>();
    for (var draft : drafts) {
      for (var segment : store.segments(draft.id())) {
        add(more, draft, Basis.OUTPATIENT, segment);
        if (draft.slotClass().equals(Basis.EXPERT.word())) {
          add(more, draft, Basis.EXPERT, segment);
        }
      }
    }
    return quotas.preview(
        by.institution(), new TreeSet<>(drafts.stream().map(Clinic::day).toList()), more);
  }

  private static void add(
      Map<QuotaStore.Key, Row> more, Clinic draft, Basis basis, Clinic.Segment segment) {
    var key = new QuotaStore.Key(draft.day(), basis);
    more.merge(
        key,
        new Row(key, segment.places(), segment.reserved(), null),
        (a, b) -> new Row(key, a.offered() + b.offered(), a.reserved() + b.reserved(), null));
  }

  private List<Clinic> drafts(PublishClinics command, Staff by, Instant now) {
    return store
        .drafts(by.institution(), command.department(), command.from(), command.until().plusDays(1))
        .stream()
        .filter(it -> ClinicActions.refusal(Action.PUBLISH, it, by, now).isEmpty())
        .toList();
  }

  /// Throws a draft away.
  public void discard(ClinicId id, int version, Staff by) {
    decided(Action.DISCARD, id, by);
    if (!store.discard(id, version)) {
      throw CHANGED_MEANWHILE.with();
    }
    record("capacity.draft-discarded", id, by);
  }

  /// 停诊: stops the clinic. The booked become displaced, and telling them becomes work of the
  /// institutions that booked; a booking under way is either among them or refused.
  ///
  /// @return how many residents are to be told
  public int stop(ClinicChange.Stop change, Staff by) {
    var now = clock.instant();
    var clinic = decided(Action.STOP, change.clinic(), by);
    var reason = needed(change.reason());
    var displaced = new java.util.ArrayList<AppointmentStore.Found>();
    guard(
        clinic,
        "stop",
        change,
        by,
        () -> {
          if (!store.stop(clinic.id(), change.version(), reason, now)) {
            throw CHANGED_MEANWHILE.with();
          }
          slots.lockAll(clinic.id());
          displaced.addAll(appointments.booked(clinic.id()));
          appointments.displaceAll(clinic.id(), reason, now);
          slots.cancelAll(clinic.id());
        });
    for (var it : displaced) {
      telling.open(it, now, by);
      var one = it.appointment();
      events.publishEvent(new AppointmentEvent.Displaced(one.id(), one.purpose(), now));
    }
    vacancies.close(clinic.id(), by);
    record("capacity.clinic-stopped", clinic.id(), displaced, by);
    return displaced.size();
  }

  /// 替诊: another doctor sees the booked at the same time. They are told and may move.
  ///
  /// @return how many residents are to be told
  public int substitute(ClinicChange.Substitute change, Staff by) {
    var now = clock.instant();
    var clinic = decided(Action.SUBSTITUTE, change.clinic(), by);
    needed(change.reason());
    needed(change.practitioner());
    doctors.check(change.account(), change.practitioner(), clinic.hospital());
    var booked = new java.util.ArrayList<AppointmentStore.Found>();
    guard(
        clinic,
        "substitute",
        change,
        by,
        () -> {
          if (!store.substitute(change)) {
            throw CHANGED_MEANWHILE.with();
          }
          slots.lockAll(clinic.id());
          slots.reclass(clinic.id(), change.slotClass());
          booked.addAll(appointments.booked(clinic.id()));
          appointments.tellAll(clinic.id(), now);
        });
    for (var it : booked) {
      telling.open(it, now, by);
      var one = it.appointment();
      events.publishEvent(
          new AppointmentEvent.Substituted(one.id(), one.purpose(), change.practitioner(), now));
    }
    vacancies.close(clinic.id(), by);
    record("capacity.clinic-substituted", clinic.id(), booked, by);
    return booked.size();
  }

  /// 加号: the clinic's doctor, or the schedule clerk, adds places to a segment, up to the clinic's
  /// limit.
  public void addExtra(ClinicChange.AddExtra change, Staff by) {
    var clinic = decided(Action.EXTRA, change.clinic(), by);
    needed(change.reason());
    var segment = segment(clinic, change.segment());
    guard(
        clinic,
        "extra",
        change,
        by,
        () -> {
          claim(clinic, change);
          int extras = slots.extras(clinic.id()) + change.count();
          if (change.count() < 1 || extras > clinic.extraLimit()) {
            throw EXTRA_LIMIT_REACHED.with(clinic.extraLimit());
          }
          int highest = slots.highestNumber(clinic.id());
          slots.add(clinic, extras(change, segment, highest));
        });
    audit.record(
        by,
        AuditEntry.of("capacity.extra-added", Subject.of("clinic", clinic.id()))
            .with("count", change.count())
            .with("reserved", change.reserved())
            .with("reason", change.reason()));
  }

  private static List<SlotStore.Place> extras(
      ClinicChange.AddExtra change, Clinic.Segment segment, int highest) {
    return IntStream.rangeClosed(1, change.count())
        .mapToObj(it ->
            new SlotStore.Place(
                highest + it, segment.start(), segment.end(), change.reserved(), true))
        .toList();
  }

  /// Turns free places of a segment into reserved ones or back; of a draft it sets how many are
  /// reserved.
  public void mark(ClinicChange.Mark change, Staff by) {
    var now = clock.instant();
    var clinic = decided(Action.MARK, change.clinic(), by);
    if (clinic.status() == Clinic.Status.DRAFT) {
      claim(clinic, change);
      if (!store.markDraft(clinic.id(), change.segment(), change.count())) {
        throw NOT_ENOUGH_FREE.with();
      }
    } else {
      segment(clinic, change.segment());
      guard(
          clinic,
          "mark",
          change,
          by,
          () -> {
            claim(clinic, change);
            var found =
                slots.mark(clinic.id(), change.segment(), change.reserved(), change.count(), now);
            if (change.count() < 1 || found < change.count()) {
              throw NOT_ENOUGH_FREE.with();
            }
          });
    }
    audit.record(
        by,
        AuditEntry.of("capacity.marked", Subject.of("clinic", clinic.id()))
            .with("count", change.count())
            .with("reserved", change.reserved()));
  }

  private void guard(Clinic clinic, String what, ClinicChange change, Staff by, Runnable effect) {
    quotas.guard(
        clinic.hospital(),
        List.of(clinic.day()),
        new Reason(what, change.shareReason().strip()),
        by,
        effect);
  }

  private void claim(Clinic clinic, ClinicChange change) {
    if (!store.touch(clinic.id(), clinic.status(), change.version())) {
      throw CHANGED_MEANWHILE.with();
    }
  }

  private Clinic.Segment segment(Clinic clinic, Instant start) {
    return store.segments(clinic.id()).stream()
        .filter(it -> it.start().equals(start))
        .findFirst()
        .orElseThrow(() -> SEGMENT_NOT_POSSIBLE.with());
  }

  private Clinic decided(Action action, ClinicId id, Staff by) {
    var clinic =
        store.find(id).filter(it -> ClinicActions.seen(it, by)).orElseThrow(() -> NOT_FOUND.with());
    ClinicActions.refusal(action, clinic, by, clock.instant())
        .ifPresent(it -> {
          throw it;
        });
    return clinic;
  }

  private void record(String action, ClinicId clinic, Staff by) {
    record(action, clinic, List.of(), by);
  }

  private void record(
      String action, ClinicId clinic, List<AppointmentStore.Found> concerned, Staff by) {
    audit.record(
        by,
        AuditEntry.of(action, Subject.of("clinic", clinic))
            .about(concerned.stream().map(it -> it.appointment().resident()).toList()));
  }

  private static String needed(String text) {
    if (text.isBlank()) {
      throw REASON_NEEDED.with();
    }
    return text.strip();
  }

  private static void mayPlan(Staff by) {
    if (!by.may(CapacityDuty.PLAN)) {
      throw NOT_YOUR_DUTY.with();
    }
  }
}
