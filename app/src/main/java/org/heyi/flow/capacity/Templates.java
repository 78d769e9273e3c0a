package org.heyi.flow.capacity;

import static org.heyi.flow.capacity.CapacityProblem.NOT_FOUND;
import static org.heyi.flow.capacity.CapacityProblem.NOT_YOUR_DUTY;
import static org.heyi.flow.capacity.CapacityProblem.PERIOD_NOT_POSSIBLE;
import static org.heyi.flow.capacity.CapacityProblem.SEGMENT_NOT_POSSIBLE;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Weekly templates of the caller's hospital, and drafting clinics from them.
@Service
@Transactional
public class Templates {

  private static final int LONGEST_DRAFT_DAYS = 92;

  private final TemplateStore store;
  private final ClinicStore clinics;
  private final Doctors doctors;
  private final Audit audit;
  private final Clock clock;

  Templates(TemplateStore store, ClinicStore clinics, Doctors doctors, Audit audit, Clock clock) {
    this.store = store;
    this.clinics = clinics;
    this.doctors = doctors;
    this.audit = audit;
    this.clock = clock;
  }

  /// @param department department code, or empty for all
  public List<TemplateView> list(String department, Staff by) {
    mayPlan(by);
    return store.list(by.institution(), department);
  }

  public TemplateId plan(PlanTemplate plan, Staff by) {
    mayPlan(by);
    check(plan.segments());
    doctors.check(plan.account(), plan.practitioner(), by.institution());
    var id = TemplateId.next();
    store.add(id, plan, by, clock.instant());
    audit.record(by, AuditEntry.of("capacity.template-planned", Subject.of("template", id)));
    return id;
  }

  /// No further clinics are drafted from it; those drafted stay.
  public void retire(TemplateId id, Staff by) {
    mayPlan(by);
    if (!store.retire(id, by.institution(), clock.instant())) {
      throw NOT_FOUND.with();
    }
    audit.record(by, AuditEntry.of("capacity.template-retired", Subject.of("template", id)));
  }

  /// Drafts the clinics of a period from the templates; what is there already stays as it is.
  ///
  /// @param until the last day
  /// @return how many were new
  public int draft(LocalDate from, LocalDate until, String department, Staff by) {
    mayPlan(by);
    checkPeriod(from, until);
    var templates = store.list(by.institution(), department);
    int drafted = 0;
    for (var template : templates) {
      var segments = store.segments(template.id());
      if (!doctors.canHold(template.account(), by.institution())) {
        continue;
      }
      for (var day = next(from, template); !day.isAfter(until); day = day.plusWeeks(1)) {
        if (draft(template, segments, day, by)) {
          drafted++;
        }
      }
    }
    audit.record(
        by,
        AuditEntry.of("capacity.drafted", Subject.of("institution", by.institution()))
            .with("from", from)
            .with("until", until)
            .with("clinics", drafted));
    return drafted;
  }

  /// Copies the clinics of one week to another, as drafts; what is there already stays as it is,
  /// and what a doctor held who has left since is not copied.
  ///
  /// @return how many were new
  public int copyWeek(LocalDate fromMonday, LocalDate toMonday, String department, Staff by) {
    mayPlan(by);
    var shift = ChronoUnit.DAYS.between(fromMonday, toMonday);
    if (shift % 7 != 0 || shift == 0) {
      throw PERIOD_NOT_POSSIBLE.with();
    }
    checkPeriod(toMonday, toMonday.plusDays(6));
    int copied = 0;
    for (var clinic :
        clinics.planned(by.institution(), department, fromMonday, fromMonday.plusDays(7))) {
      if (!doctors.canHold(clinic.account(), by.institution())) {
        continue;
      }
      var segments =
          clinics.segments(clinic.id()).stream()
              .map(it ->
                  new Clinic.Segment(
                      it.start().plus(shift, ChronoUnit.DAYS),
                      it.end().plus(shift, ChronoUnit.DAYS),
                      it.places(),
                      it.reserved()))
              .toList();
      if (clinics.draft(copy(clinic, shift), segments, by, clock.instant())) {
        copied++;
      }
    }
    audit.record(
        by,
        AuditEntry.of("capacity.week-copied", Subject.of("institution", by.institution()))
            .with("from", fromMonday)
            .with("to", toMonday)
            .with("clinics", copied));
    return copied;
  }

  private static Clinic copy(Clinic it, long shift) {
    return new Clinic(
        ClinicId.next(),
        it.hospital(),
        it.department(),
        it.practitioner(),
        it.account(),
        it.day().plusDays(shift),
        it.session(),
        it.slotClass(),
        it.place(),
        it.extraLimit(),
        it.start().plus(shift, ChronoUnit.DAYS),
        it.end().plus(shift, ChronoUnit.DAYS),
        Clinic.Status.DRAFT,
        0);
  }

  private boolean draft(
      TemplateView template, List<PlanTemplate.Segment> planned, LocalDate day, Staff by) {
    var segments = Clinic.Segment.of(planned, day);
    var clinic =
        new Clinic(
            ClinicId.next(),
            by.institution(),
            template.department(),
            template.practitioner(),
            template.account(),
            day,
            template.session(),
            template.slotClass(),
            template.place(),
            template.extraLimit(),
            segments.getFirst().start(),
            segments.getLast().end(),
            Clinic.Status.DRAFT,
            0);
    return clinics.draft(clinic, segments, by, clock.instant());
  }

  private static LocalDate next(LocalDate from, TemplateView template) {
    return from.with(java.time.temporal.TemporalAdjusters.nextOrSame(template.weekday()));
  }

  private void checkPeriod(LocalDate from, LocalDate until) {
    check(from, until, VisitDay.of(clock.instant()));
  }

  /// Days that can be planned for: from today on, and not too far ahead.
  static void check(LocalDate from, LocalDate until, LocalDate today) {
    if (from.isBefore(today)
        || until.isBefore(from)
        || ChronoUnit.DAYS.between(from, until) > LONGEST_DRAFT_DAYS) {
      throw PERIOD_NOT_POSSIBLE.with();
    }
  }

  /// Segments follow one another; each ends after it begins, and no more are reserved than there
  /// are.
  static void check(List<PlanTemplate.Segment> segments) {
    var ordered =
        segments.stream().sorted(Comparator.comparing(PlanTemplate.Segment::start)).toList();
    if (ordered.isEmpty() || !ordered.equals(segments)) {
      throw SEGMENT_NOT_POSSIBLE.with();
    }
    for (int i = 0; i < ordered.size(); i++) {
      var it = ordered.get(i);
      boolean follows = i == 0 || !it.start().isBefore(ordered.get(i - 1).end());
      boolean sound =
          it.end().isAfter(it.start())
              && it.places() >= 1
              && it.places() <= 100
              && it.reserved() >= 0
              && it.reserved() <= it.places();
      if (!follows || !sound) {
        throw SEGMENT_NOT_POSSIBLE.with();
      }
    }
  }

  private static void mayPlan(Staff by) {
    if (!by.may(CapacityDuty.PLAN)) {
      throw NOT_YOUR_DUTY.with();
    }
  }
}
