package org.heyi.flow.capacity;

import static org.heyi.flow.capacity.CapacityProblem.CHANGED_MEANWHILE;
import static org.heyi.flow.capacity.CapacityProblem.CLINIC_DIFFERS;
import static org.heyi.flow.capacity.CapacityProblem.CLINIC_NOT_POSSIBLE;
import static org.heyi.flow.capacity.CapacityProblem.NOT_YOUR_DUTY;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.Problem;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.Staff;
import org.heyi.steering.directory.Institutions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 单次排班: drafts of single clinics as lists and hospitals' own systems plan them. Drafted again, it
/// is the same clinic. They are published like those of templates, by [Clinics], which holds the
/// reserved share.
@Service
@Transactional
public class Drafts {

  private static final int LONGEST_NAME = 50;
  private static final int LONGEST_PLACE = 100;
  private static final Set<String> SESSIONS = Set.of("am", "pm", "evening");
  private static final Set<String> CLASSES = Set.of("expert", "ordinary");
  private static final String EVERYBODY = "";

  /// A clinic that is there.
  ///
  /// @param planned as it was drafted; later changes of its places do not count
  public record There(ClinicId id, String status, int version, DraftClinic planned) {

    /// Whether it still follows what is planned elsewhere. What is published or stopped keeps to
    /// its own page, where those who booked are told.
    public boolean follows() {
      return Clinic.Status.of(status) == Clinic.Status.DRAFT;
    }
  }

  /// A clinic, and whether this call drafted it.
  public record Drafted(ClinicId id, boolean made) {}

  private final DraftStore store;
  private final ClinicStore clinics;
  private final ScheduleStore schedules;
  private final Doctors doctors;
  private final Institutions institutions;
  private final Audit audit;
  private final Clock clock;

  Drafts(
      DraftStore store,
      ClinicStore clinics,
      ScheduleStore schedules,
      Doctors doctors,
      Institutions institutions,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.clinics = clinics;
    this.schedules = schedules;
    this.doctors = doctors;
    this.institutions = institutions;
    this.audit = audit;
    this.clock = clock;
  }

  /// What is there of a period, the stopped too.
  ///
  /// @param until the last day
  public Map<DraftClinic.Key, There> there(LocalDate from, LocalDate until, Staff by) {
    mayPlan(by);
    return store.there(by.institution(), from, until.plusDays(1), EVERYBODY);
  }

  /// What is there of one clinic, stopped or not.
  public Optional<There> there(DraftClinic.Key key, Staff by) {
    mayPlan(by);
    var found = store.there(by.institution(), key.day(), key.day().plusDays(1), key.practitioner());
    return Optional.ofNullable(found.get(key));
  }

  /// Why nothing can be drafted on that day: `capacity.period-not-possible`.
  public Optional<Problem> check(LocalDate day, Staff by) {
    mayPlan(by);
    return refused(() -> checkDay(day));
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
  /// @throws org.heyi.platform.shared.ProblemException `capacity.clinic-differs` when it is
  ///   published or stopped and says something else, `capacity.changed-meanwhile`, and what the
  ///   checks say
  public Drafted draft(DraftClinic planned, Staff by) {
    mayPlan(by);
    check(planned, by);
    var there = there(planned.key(), by);
    if (there.isEmpty()) {
      var made = insert(planned, by);
      if (made.isPresent()) {
        return made.get();
      }
      there = there(planned.key(), by);
    }
    return again(there.orElseThrow(() -> CHANGED_MEANWHILE.with()), planned, by);
  }

  private Drafted again(There there, DraftClinic planned, Staff by) {
    if (there.planned().equals(planned)) {
      return new Drafted(there.id(), false);
    }
    if (!there.follows()) {
      throw CLINIC_DIFFERS.with(planned.practitioner(), planned.day());
    }
    if (!clinics.discard(there.id(), there.version())) {
      throw CHANGED_MEANWHILE.with();
    }
    return insert(planned, by).orElseThrow(() -> CHANGED_MEANWHILE.with());
  }

  /// Empty when somebody was quicker.
  private Optional<Drafted> insert(DraftClinic planned, Staff by) {
    var segments = Clinic.Segment.of(planned.segments(), planned.day());
    var clinic = clinic(planned, segments, by);
    if (!clinics.draft(clinic, segments, by, clock.instant())) {
      return Optional.empty();
    }
    audit.record(by, AuditEntry.of("capacity.clinic-drafted", clinic.subject()));
    return Optional.of(new Drafted(clinic.id(), true));
  }

  private void check(DraftClinic it, Staff by) {
    Templates.check(it.segments());
    checkDay(it.day());
    boolean known =
        institutions.departments(by.institution()).stream()
            .anyMatch(department -> department.code().equals(it.department()));
    if (!known
        || it.practitioner().isBlank()
        || it.practitioner().length() > LONGEST_NAME
        || it.place().isBlank()
        || it.place().length() > LONGEST_PLACE
        || !SESSIONS.contains(it.session())
        || !CLASSES.contains(it.slotClass())) {
      throw CLINIC_NOT_POSSIBLE.with();
    }
  }

  /// From today on, and not too far ahead.
  private void checkDay(LocalDate day) {
    var today = VisitDay.of(clock.instant());
    Templates.check(day.isBefore(today) ? day : today, day, today);
  }

  /// When exactly one account of the hospital has the doctor's name, the clinic is theirs.
  private Clinic clinic(DraftClinic it, List<Clinic.Segment> segments, Staff by) {
    var account = Doctor.account(it.practitioner(), schedules.doctors(by.institution()));
    doctors.check(account, it.practitioner(), by.institution());
    return new Clinic(
        ClinicId.next(),
        by.institution(),
        it.department(),
        it.practitioner(),
        account,
        it.day(),
        it.session(),
        it.slotClass(),
        it.place(),
        it.extraLimit(),
        segments.getFirst().start(),
        segments.getLast().end(),
        Clinic.Status.DRAFT,
        0);
  }

  private static void mayPlan(Staff by) {
    if (!by.may(CapacityDuty.PLAN)) {
      throw NOT_YOUR_DUTY.with();
    }
  }
}
