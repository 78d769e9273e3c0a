package org.heyi.flow.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.TestStaff;
import org.heyi.platform.access.Departures;
import org.heyi.platform.access.leaving.DutyAt;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Scope;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.work.WorkSubjects.Within;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A doctor leaves: nobody waits for a clinic that nobody will hold.
@HeyiTest
class LeftClinicsTests {

  private static final String HOSPITAL = "ninghe-yiyuan";

  /// Another than that of the other tests, on whose days its weekly templates would be drafted.
  private static final String DEPARTMENT = "03.06";

  private static final DutyAt HOLDING = new DutyAt(InstitutionId.of(HOSPITAL), "capacity.add");
  private static final AtomicInteger DAY = new AtomicInteger();

  @Autowired TestHospital hospital;
  @Autowired Departures departures;
  @Autowired Templates templates;
  @Autowired Clinics clinics;
  @Autowired Appointments appointments;
  @Autowired Tidying tidying;
  @Autowired Vacancies vacancies;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  Staff system;
  Staff clerk;
  Staff doctor;
  Staff other;
  LocalDate day;

  /// A day of its own, so that no test meets the clinics of another.
  @BeforeEach
  void peopleAndADay() {
    system = TestStaff.with("system-admin", "ninghe-weijianwei");
    clerk = TestHospital.clerkOf(HOSPITAL);
    doctor = TestStaff.another("physician", HOSPITAL);
    other = TestStaff.another("physician", HOSPITAL);
    day = LocalDate.of(2027, 3, 1).plusDays(3L * DAY.incrementAndGet());
  }

  @Test
  void whoTakesTheClinicsOnStandsInAndTheResidentsAreTold() {
    var clinic = published(doctor, day);
    var draft = draft(doctor, day.plusDays(1));
    var booker = TestStaff.with("family-doctor", "ninghe-lutai");
    hospital.at(day, 1, "09:00");
    var booked = appointments.book(hospital.booking(hospital.firstOf(clinic), booker), booker);

    close(Map.of(HOLDING, other.account()));

    assertThat(doctorOf(clinic)).isEqualTo(other.account());
    assertThat(doctorOf(draft)).isEqualTo(other.account());
    assertThat(hospital.workOf(booked.id())).isEqualTo("ninghe-lutai");
    assertThat(inUse(doctor)).isZero();
    assertThat(inUse(other)).isEqualTo(2);
    assertThat(work(clinic)).isEmpty();
  }

  @Test
  void withoutAnybodyTheScheduleOfficeDecides() {
    var clinic = published(doctor, day);
    var draft = draft(doctor, day.plusDays(1));

    close(Map.of());

    assertThat(doctorOf(clinic)).isNull();
    assertThat(work(clinic)).containsExactly("capacity.find-doctor");
    assertThat(
            jdbc.sql("select count(*) from capacity.clinic where id = :id")
                .param("id", draft.value())
                .query(Long.class)
                .single())
        .isZero();
    assertThat(inUse(doctor)).isZero();

    clinics.substitute(substitute(clinic, other), clerk);
    assertThat(work(clinic)).isEmpty();
    assertThat(doctorOf(clinic)).isEqualTo(other.account());
  }

  @Test
  void whoHoldsAnotherClinicThenDoesNotStandIn() {
    var clinic = published(doctor, day);
    published(other, day);

    close(Map.of(HOLDING, other.account()));

    assertThat(work(clinic)).containsExactly("capacity.find-doctor");
    clinics.stop(new ClinicChange.Stop(clinic, version(clinic), "无人替诊", "测试"), clerk);
    assertThat(work(clinic)).isEmpty();
  }

  @Test
  void aVacantClinicThatIsOverAsksForNobody() {
    var clinic = published(doctor, day);
    close(Map.of());

    clock.set(TestHospital.start(day).plusSeconds(24 * 3600));
    tidying.closeVacancies();

    assertThat(work(clinic)).isEmpty();
  }

  /// The proof of the supervisors' page, and that it can fail.
  @Test
  void aVacantClinicWithoutWorkWouldBeSeen() {
    var clinic = published(doctor, day);
    close(Map.of());
    var head = new Within(InstitutionId.of(HOSPITAL), Scope.OWN);
    assertThat(vacancies.withoutItem(head, 200))
        .noneMatch(it -> it.path().endsWith(clinic.toString()));

    vacancies.close(clinic, clerk);

    assertThat(vacancies.withoutItem(head, 200))
        .anyMatch(it -> it.path().endsWith(clinic.toString()));
  }

  @Test
  void nobodyPlansClinicsOfWhoHasLeft() {
    var clinic = published(other, day);
    close(Map.of());

    assertThatThrownBy(() -> clinics.substitute(substitute(clinic, doctor), clerk))
        .hasMessageStartingWith("capacity.doctor-not-here");
    assertThatThrownBy(() -> templates.plan(plan(doctor, day), clerk))
        .hasMessageStartingWith("capacity.doctor-not-here");
  }

  /// Who is to be told already is told of both changes at once.
  @Test
  void aClinicIsSubstitutedTwice() {
    var clinic = published(doctor, day);
    var booker = TestStaff.with("family-doctor", "ninghe-lutai");
    hospital.at(day, 1, "09:00");
    var booked = appointments.book(hospital.booking(hospital.firstOf(clinic), booker), booker);

    clinics.substitute(substitute(clinic, other), clerk);
    clinics.substitute(substitute(clinic, doctor), clerk);

    assertThat(hospital.workOf(booked.id())).isEqualTo("ninghe-lutai");
  }

  private void close(Map<DutyAt, AccountId> to) {
    departures.close(doctor.account(), 0, to, system);
  }

  private ClinicId published(Staff by, LocalDate on) {
    var clinic = draft(by, on);
    clinics.publish(new PublishClinics(DEPARTMENT, on, on, "测试"), clerk);
    return clinic;
  }

  private ClinicId draft(Staff by, LocalDate on) {
    templates.plan(plan(by, on), clerk);
    templates.draft(on, on, DEPARTMENT, clerk);
    return ClinicId.of(
        jdbc.sql("select id from capacity.clinic where practitioner_account = :a and day = :day")
            .param("a", by.account().value())
            .param("day", on)
            .query(String.class)
            .single());
  }

  /// Names are the same in tests; a template's is of its own.
  private static PlanTemplate plan(Staff by, LocalDate on) {
    return new PlanTemplate(
        DEPARTMENT,
        by.name() + " " + by.account(),
        by.account(),
        on.getDayOfWeek(),
        on.getDayOfMonth() % 2 == 0 ? "am" : "pm",
        "ordinary",
        "门诊楼2层",
        0,
        PlanTemplate.even(LocalTime.of(8, 0), 30, 2, 2, 1));
  }

  private ClinicChange.Substitute substitute(ClinicId clinic, Staff by) {
    return new ClinicChange.Substitute(
        clinic, version(clinic), by.name(), by.account(), "ordinary", "替诊", "测试");
  }

  private int version(ClinicId clinic) {
    return jdbc.sql("select version from capacity.clinic where id = :id")
        .param("id", clinic.value())
        .query(Integer.class)
        .single();
  }

  private @Nullable AccountId doctorOf(ClinicId clinic) {
    return jdbc.sql("select practitioner_account from capacity.clinic where id = :id")
        .param("id", clinic.value())
        .query((row, _) -> Optional.ofNullable(row.getObject(1, UUID.class)))
        .single()
        .map(AccountId::new)
        .orElse(null);
  }

  private long inUse(Staff by) {
    return jdbc.sql(
            """
            select count(*) from capacity.template
             where practitioner_account = :a and retired_at is null
            """)
        .param("a", by.account().value())
        .query(Long.class)
        .single();
  }

  private List<String> work(ClinicId clinic) {
    return jdbc.sql(
            "select kind from work.card_item where subject_kind = 'clinic' and subject_id = :id")
        .param("id", clinic.toString())
        .query((row, _) -> row.getString("kind"))
        .list();
  }
}
