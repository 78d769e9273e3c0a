package org.heyi.flow.capacity;

import static org.heyi.flow.capacity.CapacityProblem.CHANGED_MEANWHILE;
import static org.heyi.flow.capacity.CapacityProblem.CLINIC_PUBLISHED;
import static org.heyi.flow.capacity.CapacityProblem.CLINIC_STOPPED;
import static org.heyi.flow.capacity.CapacityProblem.NOT_YOUR_DUTY;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Problem;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 单次排班: drafts of single clinics, for lists made elsewhere. They are published like those of
/// templates, by [Clinics], which holds the reserved share.
@Service
@Transactional
public class Drafts {

  /// A clinic that is there.
  ///
  /// @param planned as it was drafted; later changes of its places do not count
  public record There(ClinicId id, String status, int version, DraftClinic planned) {}

  private final DraftStore store;
  private final ClinicStore clinics;
  private final Audit audit;
  private final Clock clock;

  Drafts(DraftStore store, ClinicStore clinics, Audit audit, Clock clock) {
    this.store = store;
    this.clinics = clinics;
    this.audit = audit;
    this.clock = clock;
  }

  /// What is there of a period, the stopped too.
  ///
  /// @param until the last day
  public Map<DraftClinic.Key, There> there(LocalDate from, LocalDate until, Staff by) {
    mayPlan(by);
    return store.there(by.institution(), from, until.plusDays(1));
  }

  /// Why nothing can be drafted on that day: `capacity.period-not-possible`.
  public Optional<Problem> check(LocalDate day, Staff by) {
    mayPlan(by);
    var today = VisitDay.of(clock.instant());
    return refused(() -> Templates.check(day.isBefore(today) ? day : today, day, today));
  }

  /// Why these are no segments of a clinic: `capacity.segment-not-possible`.
  public Optional<Problem> check(List<PlanTemplate.Segment> segments, Staff by) {
    mayPlan(by);
    return refused(() -> Templates.check(segments));
  }

  private static Optional<Problem> refused(Runnable check) {
    try {
      check.run();
      return Optional.empty();
    } catch (ProblemException refused) {
      return Optional.of(refused.problem());
    }
  }

  /// Drafts a clinic, or drafts it anew while it is a draft that says something else.
  ///
  /// @throws org.heyi.platform.shared.ProblemException `capacity.clinic-published`,
  ///   `capacity.clinic-stopped`, `capacity.changed-meanwhile`, and what the checks say
  public ClinicId draft(DraftClinic command, Staff by) {
    mayPlan(by);
    check(command.day(), by).or(() -> check(command.segments(), by)).ifPresent(Drafts::refuse);
    var there = Optional.ofNullable(there(command.day(), command.day(), by).get(command.key()));
    there.ifPresent(it -> {
      refusal(it)
          .ifPresent(why -> {
            throw why.with();
          });
      if (!clinics.discard(it.id(), it.version())) {
        throw CHANGED_MEANWHILE.with();
      }
    });
    var id = ClinicId.next();
    if (!clinics.draft(clinic(id, command, by), segments(command), by, clock.instant())) {
      throw CHANGED_MEANWHILE.with();
    }
    audit.record(by, AuditEntry.of("capacity.clinic-drafted", Subject.of("clinic", id)));
    return id;
  }

  private static void refuse(Problem why) {
    throw why.with();
  }

  /// Why a clinic that is there cannot be drafted anew.
  public static Optional<Problem> refusal(There there) {
    return switch (Clinic.Status.of(there.status())) {
      case DRAFT -> Optional.empty();
      case PUBLISHED -> Optional.of(CLINIC_PUBLISHED);
      case STOPPED -> Optional.of(CLINIC_STOPPED);
    };
  }

  private static Clinic clinic(ClinicId id, DraftClinic command, Staff by) {
    return new Clinic(
        id,
        by.institution(),
        command.department(),
        command.practitioner(),
        command.account(),
        command.day(),
        command.session(),
        command.slotClass(),
        command.place(),
        command.extraLimit(),
        at(command.day(), command.segments().getFirst().start()),
        at(command.day(), command.segments().getLast().end()),
        Clinic.Status.DRAFT,
        0);
  }

  private static List<Clinic.Segment> segments(DraftClinic command) {
    return command.segments().stream()
        .map(it ->
            new Clinic.Segment(
                at(command.day(), it.start()),
                at(command.day(), it.end()),
                it.places(),
                it.reserved()))
        .toList();
  }

  private static Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(Moments.CHINA).toInstant();
  }

  private static void mayPlan(Staff by) {
    if (!by.may(CapacityDuty.PLAN)) {
      throw NOT_YOUR_DUTY.with();
    }
  }
}
