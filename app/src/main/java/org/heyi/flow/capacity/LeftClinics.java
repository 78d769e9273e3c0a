package org.heyi.flow.capacity;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.heyi.platform.access.leaving.Belongings;
import org.heyi.platform.access.leaving.DutyAt;
import org.heyi.platform.access.leaving.HandOver;
import org.heyi.platform.access.leaving.Leaver;
import org.heyi.platform.access.leaving.Successor;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// 交接出诊: clinics ahead and templates of a doctor who leaves.
///
/// Who takes them on stands in, and those booked are told, as when the schedule clerk substitutes;
/// the class stays, so the reserved share does. Where nobody is named, or they hold another clinic
/// at that time, the clinic is vacant and becomes work of the schedule office. Nobody has decided
/// yet about drafts and templates: without a successor they go.
@Component
@Order(LeftClinics.BEFORE_THEIR_WORK)
class LeftClinics implements Belongings {

  static final int BEFORE_THEIR_WORK = 20;

  private final LeftClinicStore store;
  private final SlotStore slots;
  private final AppointmentStore appointments;
  private final Telling telling;
  private final Vacancies vacancies;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  LeftClinics(
      LeftClinicStore store,
      SlotStore slots,
      AppointmentStore appointments,
      Telling telling,
      Vacancies vacancies,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.slots = slots;
    this.appointments = appointments;
    this.telling = telling;
    this.vacancies = vacancies;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public List<Open> open(Leaver leaver) {
    return store.count(leaver, clock.instant());
  }

  @Override
  public void handOver(HandOver it) {
    var now = clock.instant();
    for (var clinic : store.lock(it.from(), now)) {
      var to = successor(it, clinic.hospital());
      if (to != null && store.isFree(to, clinic)) {
        standIn(it, clinic, to, now);
      } else if (clinic.status() == Clinic.Status.DRAFT) {
        store.discard(clinic.id());
        record(it, "capacity.draft-discarded", clinic.id());
      } else {
        store.vacate(clinic.id(), now);
        vacancies.open(clinic, now, it.by());
        record(it, "capacity.clinic-vacated", clinic.id());
      }
    }
    for (var hospital : store.hospitalsOfTemplates(it.from())) {
      store.handOverTemplates(it.from(), hospital, successor(it, hospital), now);
    }
  }

  private static @Nullable Successor successor(HandOver it, InstitutionId hospital) {
    return it.successor(new DutyAt(hospital, CapacityDuty.ADD.code())).orElse(null);
  }

  private void standIn(HandOver it, Clinic clinic, Successor to, Instant now) {
    store.standIn(clinic.id(), to, it.from().name() + " → " + to.name());
    if (clinic.status() == Clinic.Status.PUBLISHED) {
      slots.lockAll(clinic.id());
      var booked = appointments.booked(clinic.id());
      appointments.tellAll(clinic.id(), now);
      for (var one : booked) {
        telling.open(one, now, it.by());
        var appointment = one.appointment();
        events.publishEvent(
            new AppointmentEvent.Substituted(
                appointment.id(), appointment.purpose(), to.name(), now));
      }
    }
    record(it, "capacity.clinic-substituted", clinic.id());
  }

  private void record(HandOver it, String action, ClinicId clinic) {
    var entry =
        AuditEntry.of(action, Subject.of("clinic", clinic)).with("from", it.from().account());
    if (it.by() == null) {
      audit.recordByClock(HandOver.JOB, entry);
    } else {
      audit.record(it.by(), entry);
    }
  }
}
