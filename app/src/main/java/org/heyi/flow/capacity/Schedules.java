package org.heyi.flow.capacity;

import static org.heyi.flow.capacity.CapacityProblem.NOT_FOUND;
import static org.heyi.flow.capacity.CapacityProblem.NOT_YOUR_DUTY;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Page;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 排班表: what is planned and booked at the caller's hospital, to look at. Lists with residents are
/// audited with every resident shown.
@Service
@Transactional
public class Schedules {

  private final ScheduleStore lists;
  private final ClinicListStore records;
  private final ClinicStore clinics;
  private final QuotaStore quotas;
  private final HospitalRules rules;
  private final Audit audit;
  private final Clock clock;

  Schedules(
      ScheduleStore lists,
      ClinicListStore records,
      ClinicStore clinics,
      QuotaStore quotas,
      HospitalRules rules,
      Audit audit,
      Clock clock) {
    this.lists = lists;
    this.records = records;
    this.clinics = clinics;
    this.quotas = quotas;
    this.rules = rules;
    this.audit = audit;
    this.clock = clock;
  }

  /// The clinics of a week.
  ///
  /// @param department department code, or empty for all
  public List<ClinicLine> week(String department, LocalDate monday, Staff by) {
    needs(by, CapacityDuty.PLAN);
    return lists.week(by.institution(), department, monday);
  }

  /// The caller's own clinics of a day.
  public List<ClinicLine> mine(LocalDate day, Staff by) {
    needs(by, CapacityDuty.ADD);
    return lists.ofDoctor(by.institution(), by.account(), day);
  }

  /// One clinic with who is booked.
  public ClinicView clinic(ClinicId id, Staff by) {
    var now = clock.instant();
    var clinic =
        clinics
            .find(id)
            .filter(it -> ClinicActions.seen(it, by))
            .orElseThrow(() -> NOT_FOUND.with());
    var rest = lists.rest(id);
    var booked = lists.booked(id, looking(by));
    audit.record(
        by,
        AuditEntry.of("capacity.clinic-viewed", Subject.of("clinic", id))
            .about(booked.stream().map(DeskLine::resident).toList()));
    return new ClinicView(
        lists.clinic(id),
        rest.plannedPractitioner(),
        rest.place(),
        rest.reason(),
        rest.vacant(),
        rest.extras(),
        clinics.packVersion(id),
        clinic.extraLimit(),
        lists.segments(id, now),
        booked,
        quotas.lines(clinic.hospital(), clinic.day(), clinic.day().plusDays(1)),
        ClinicActions.of(clinic, by, now).stream()
            .map(it -> it.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /// Clinics of a hospital for another system, earliest first. Whoever may book knows what was
  /// published; drafts are known to those who see the hospital's clinics.
  public Page<ClinicRecord> search(ClinicQuery query, PageQuery page, Staff by) {
    return records.search(query, knowsDrafts(query.hospital(), by), page);
  }

  public ClinicRecord find(ClinicId id, Staff by) {
    var clinic = records.find(id).orElseThrow(() -> NOT_FOUND.with());
    if (!knowsDrafts(clinic.hospital(), by)
        && Clinic.Status.of(clinic.status()) == Clinic.Status.DRAFT) {
      throw NOT_FOUND.with();
    }
    return clinic;
  }

  private static boolean knowsDrafts(InstitutionId hospital, Staff by) {
    boolean insider = ClinicActions.seen(hospital, by);
    if (!insider && !by.may(CapacityDuty.BOOK)) {
      throw NOT_YOUR_DUTY.with();
    }
    return insider;
  }

  /// The reserved share of each day of a period (APT-07).
  ///
  /// @param until the last day
  public List<QuotaLine> quota(LocalDate from, LocalDate until, Staff by) {
    needs(by, CapacityDuty.PLAN);
    return quotas.lines(by.institution(), from, until.plusDays(1));
  }

  /// Who may hold clinics at the caller's hospital.
  public List<Doctor> doctors(Staff by) {
    needs(by, CapacityDuty.PLAN);
    return lists.doctors(by.institution());
  }

  /// The desk's appointments of a day.
  public Page<DeskLine> desk(DeskQuery query, PageQuery page, Staff by) {
    needs(by, CapacityDuty.ARRIVE);
    var rows = lists.desk(query, page, looking(by));
    audit.record(
        by,
        AuditEntry.of("capacity.desk-viewed", Subject.of("institution", by.institution()))
            .about(rows.rows().stream().map(DeskLine::resident).toList())
            .with("day", query.day()));
    return rows;
  }

  /// Who is to be told and rebooked: of one's own bookings, and at the hospital of all.
  public Page<TellLine> toTell(PageQuery page, Staff by) {
    if (!by.may(CapacityDuty.BOOK) && !by.may(CapacityDuty.PLAN)) {
      throw NOT_YOUR_DUTY.with();
    }
    var rows = lists.toTell(page, by.institution());
    audit.record(
        by,
        AuditEntry.of("capacity.to-tell-viewed", Subject.of("institution", by.institution()))
            .about(rows.rows().stream().map(TellLine::resident).toList()));
    return rows;
  }

  /// How many of one's own bookings are to be told.
  public long countToTell(Staff by) {
    return lists.countToTell(by.institution());
  }

  private ScheduleStore.Looking looking(Staff by) {
    var now = clock.instant();
    return new ScheduleStore.Looking(
        by, now, rules.noShowAfter(by.institution(), VisitDay.of(now)));
  }

  private static void needs(Staff by, CapacityDuty duty) {
    if (!by.may(duty)) {
      throw NOT_YOUR_DUTY.with();
    }
  }
}
