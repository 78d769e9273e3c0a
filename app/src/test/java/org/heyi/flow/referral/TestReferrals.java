package org.heyi.flow.referral;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.heyi.MovableClock;
import org.heyi.TestResidents;
import org.heyi.TestStaff;
import org.heyi.flow.capacity.AppointmentView;
import org.heyi.flow.capacity.Clinics;
import org.heyi.flow.capacity.FreeSlot;
import org.heyi.flow.capacity.FreeSlotQuery;
import org.heyi.flow.capacity.PlanTemplate;
import org.heyi.flow.capacity.PublishClinics;
import org.heyi.flow.capacity.Slots;
import org.heyi.flow.capacity.Templates;
import org.heyi.flow.referral.content.ClinicalSummary;
import org.heyi.flow.referral.content.ContactPerson;
import org.heyi.flow.referral.content.Destination;
import org.heyi.flow.referral.content.Diagnoses;
import org.heyi.flow.referral.content.Request;
import org.heyi.flow.referral.content.Urgency;
import org.heyi.platform.shared.Code;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The story's people and places in tests: a clinic under 岳龙卫生院 refers up to 宁河区医院, on days and in
/// a department that no other test uses.
@Component
class TestReferrals {

  static final String CLINIC = "ninghe-yuelong-v01";
  static final String HOSPITAL = "ninghe-yiyuan";
  static final String DEPARTMENT = "03.01";
  private static final AtomicInteger DOCTOR = new AtomicInteger();

  private final Drafts drafts;
  private final Referrals referrals;
  private final Templates templates;
  private final Clinics clinics;
  private final Slots slots;
  private final Diagnoses diagnoses;
  private final MovableClock clock;
  private final JdbcClient jdbc;

  TestReferrals(
      Drafts drafts,
      Referrals referrals,
      Templates templates,
      Clinics clinics,
      Slots slots,
      Diagnoses diagnoses,
      MovableClock clock,
      JdbcClient jdbc) {
    this.drafts = drafts;
    this.referrals = referrals;
    this.templates = templates;
    this.clinics = clinics;
    this.slots = slots;
    this.diagnoses = diagnoses;
    this.clock = clock;
    this.jdbc = jdbc;
  }

  static Staff villageDoctor() {
    return TestStaff.with("village-doctor", CLINIC);
  }

  static Staff clerk() {
    return TestStaff.with("referral-clerk", HOSPITAL);
  }

  static Staff physician() {
    return TestStaff.with("physician", HOSPITAL);
  }

  static Staff desk() {
    return TestStaff.with("desk-clerk", HOSPITAL);
  }

  static Press press(int version) {
    return Press.of(UUID.randomUUID(), version);
  }

  static LocalDate tomorrow() {
    return LocalDate.ofInstant(MovableClock.START, Moments.CHINA).plusDays(1);
  }

  /// A new clinic tomorrow from eight, each half hour with `places` places; all in a new department
  /// doctor's name.
  String clinicTomorrow(int segments, int places) {
    return clinicTomorrow(LocalTime.of(8, 0), segments, places);
  }

  String clinicTomorrow(LocalTime from, int segments, int places) {
    return clinicTomorrow(HOSPITAL, DEPARTMENT, from, segments, places, places);
  }

  /// In any department of any hospital.
  String clinicTomorrow(
      String hospital, String department, LocalTime from, int segments, int places, int reserved) {
    var planner = TestStaff.with("schedule-clerk", hospital);
    var doctor = "转诊医师" + DOCTOR.incrementAndGet();
    var template =
        templates.plan(
            new PlanTemplate(
                department,
                doctor,
                null,
                tomorrow().getDayOfWeek(),
                "am",
                "expert",
                "门诊楼三层 5 诊室",
                4,
                PlanTemplate.even(from, 30, segments, places, reserved)),
            planner);
    templates.draft(tomorrow(), tomorrow(), department, planner);
    templates.retire(template, planner);
    clinics.publish(new PublishClinics(department, tomorrow(), tomorrow(), "测试"), planner);
    return doctor;
  }

  /// Times of one doctor that the village doctor may take.
  List<FreeSlot> free(String doctor) {
    return free(HOSPITAL, DEPARTMENT, doctor, villageDoctor());
  }

  List<FreeSlot> free(String hospital, String department, String doctor, Staff by) {
    return slots.free(
        new FreeSlotQuery(
            InstitutionId.of(hospital),
            department,
            doctor,
            tomorrow().atStartOfDay(Moments.CHINA).toInstant(),
            null,
            200,
            "referral"),
        by);
  }

  /// How many places of one doctor are free, whoever may take them.
  int left(String doctor) {
    return free(doctor).stream().mapToInt(FreeSlot::left).sum();
  }

  ReferralId draft() {
    return draft(Urgency.URGENT);
  }

  ReferralId draft(Urgency urgency) {
    return draft(request(urgency), villageDoctor());
  }

  ReferralId draft(Request request, Staff by) {
    var resident = TestResidents.register(by);
    var id = drafts.start(resident, summary(), UUID.randomUUID(), by);
    drafts.request(id, request, press(version(id)), by);
    return id;
  }

  ClinicalSummary summary() {
    return new ClinicalSummary(
        "胸痛两小时",
        Map.of("systolic", new BigDecimal("165"), "diastolic", new BigDecimal("95")),
        "青霉素",
        false,
        "",
        true,
        diagnoses.find(new Code(Diagnoses.SYSTEM, "I20.9")).orElseThrow());
  }

  static Request request(Urgency urgency) {
    return request(HOSPITAL, DEPARTMENT, urgency);
  }

  static Request request(String hospital, String department, Urgency urgency) {
    return new Request(
        new Destination(InstitutionId.of(hospital), department),
        urgency,
        "需进一步检查",
        true,
        new ContactPerson("张三", "儿子", "13900000001"));
  }

  /// A draft sent into the first free segment of the doctor's clinic.
  ReferralId sent(String doctor) {
    var id = draft();
    referrals.send(id, free(doctor).getFirst().slot(), press(version(id)), villageDoctor());
    return id;
  }

  ReferralId accepted(String doctor) {
    var id = sent(doctor);
    referrals.accept(id, press(version(id)), clerk());
    return id;
  }

  AppointmentView visit(ReferralId id, Staff by) {
    return Objects.requireNonNull(referrals.view(id, by).visit());
  }

  AppointmentView visit(ReferralId id) {
    return visit(id, villageDoctor());
  }

  Instant holdUntil(ReferralId id) {
    return Objects.requireNonNull(referrals.view(id, villageDoctor()).holdUntil());
  }

  Instant expires(ReferralId id) {
    return Objects.requireNonNull(referrals.view(id, villageDoctor()).expires());
  }

  int version(ReferralId id) {
    return jdbc.sql("select version from referral.referral where id = :id")
        .param("id", id.value())
        .query(Integer.class)
        .single();
  }

  String state(ReferralId id) {
    return jdbc.sql("select state from referral.referral where id = :id")
        .param("id", id.value())
        .query(String.class)
        .single();
  }

  /// The kinds of open work items.
  List<String> work(ReferralId id) {
    return jdbc.sql(
            "select kind from work.card_item where subject_kind = 'referral' and subject_id = :id")
        .param("id", id.toString())
        .query((row, _) -> row.getString(1))
        .list();
  }

  Instant due(ReferralId id) {
    return jdbc.sql(
            "select due_at from work.card_item where subject_kind = 'referral' and subject_id = :id")
        .param("id", id.toString())
        .query(java.time.OffsetDateTime.class)
        .single()
        .toInstant();
  }

  /// How many appointments were ever made for it, and how many of them hold a slot.
  int booked(ReferralId id) {
    return jdbc.sql(
            """
            select count(*) from capacity.card_appointment
             where purpose_kind = 'referral' and purpose_id = :id and status = 'booked'
            """)
        .param("id", id.toString())
        .query(Integer.class)
        .single();
  }

  /// Tomorrow at an hour in China.
  void at(String time) {
    clock.set(tomorrow().atTime(LocalTime.parse(time)).atZone(Moments.CHINA).toInstant());
  }
}
