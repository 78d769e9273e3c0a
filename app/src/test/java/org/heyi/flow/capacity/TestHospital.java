package org.heyi.flow.capacity;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.heyi.MovableClock;
import org.heyi.TestResidents;
import org.heyi.TestStaff;
import org.heyi.platform.access.RelationshipKind;
import org.heyi.platform.access.Relationships;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Hospitals in tests: clinics on days and by doctors that no other test uses, and residents whom
/// the booker's institution knows.
@Component
public class TestHospital {

  public static final String DEPARTMENT = "03.04";

  /// For weekly templates that stay: whatever is drafted in their department, is drafted with them.
  public static final String ANOTHER_DEPARTMENT = "04.01";

  public static final LocalTime EIGHT = LocalTime.of(8, 0);
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Map<String, AtomicInteger> DAYS = new ConcurrentHashMap<>();
  private static final Map<String, AtomicInteger> SOON = new ConcurrentHashMap<>();

  private final Templates templates;
  private final Clinics clinics;
  private final Schedules schedules;
  private final Relationships relationships;
  private final MovableClock clock;
  private final JdbcClient jdbc;

  TestHospital(
      Templates templates,
      Clinics clinics,
      Schedules schedules,
      Relationships relationships,
      MovableClock clock,
      JdbcClient jdbc) {
    this.templates = templates;
    this.clinics = clinics;
    this.schedules = schedules;
    this.relationships = relationships;
    this.clock = clock;
    this.jdbc = jdbc;
  }

  /// A day from the week after next on which no other test uses the hospital.
  public static LocalDate freshDay(String hospital) {
    int used = DAYS.computeIfAbsent(hospital, _ -> new AtomicInteger()).getAndIncrement();
    return MovableClock.START.atZone(Moments.CHINA).toLocalDate().plusDays(8 + used);
  }

  /// One of the few days between tomorrow and [#freshDay], for what is only allowed soon.
  public static LocalDate soonDay(String hospital) {
    int used = SOON.computeIfAbsent(hospital, _ -> new AtomicInteger()).getAndIncrement();
    if (used > 5) {
      throw new IllegalStateException("no day is left before those of freshDay");
    }
    return MovableClock.START.atZone(Moments.CHINA).toLocalDate().plusDays(2 + used);
  }

  public static Staff clerkOf(String hospital) {
    return TestStaff.with("schedule-clerk", hospital);
  }

  /// Drafts one clinic of a doctor of its own: segments of half an hour from eight.
  public ClinicId draft(
      String hospital, LocalDate day, String slotClass, int segments, int places, int reserved) {
    var clerk = clerkOf(hospital);
    var doctor = "医师" + COUNT.incrementAndGet();
    clock.set(MovableClock.START);
    var template =
        templates.plan(
            new PlanTemplate(
                DEPARTMENT,
                doctor,
                null,
                day.getDayOfWeek(),
                "am",
                slotClass,
                "门诊楼2层",
                4,
                PlanTemplate.even(EIGHT, 30, segments, places, reserved)),
            clerk);
    templates.draft(day, day, DEPARTMENT, clerk);
    templates.retire(template, clerk);
    return schedules.week(DEPARTMENT, day, clerk).stream()
        .filter(it -> it.practitioner().equals(doctor))
        .findFirst()
        .orElseThrow()
        .id();
  }

  /// A weekly template of a doctor of its own.
  TemplateId template(String hospital) {
    var plan =
        new PlanTemplate(
            ANOTHER_DEPARTMENT,
            "医师" + COUNT.incrementAndGet(),
            null,
            DayOfWeek.SUNDAY,
            "evening",
            "ordinary",
            "门诊楼",
            0,
            PlanTemplate.even(EIGHT, 30, 1, 1, 0));
    return templates.plan(plan, clerkOf(hospital));
  }

  int publish(String hospital, LocalDate day, String reason) {
    return clinics.publish(new PublishClinics(DEPARTMENT, day, day, reason), clerkOf(hospital));
  }

  /// A published clinic, whatever the share.
  public ClinicId published(
      String hospital, LocalDate day, String slotClass, int segments, int places, int reserved) {
    var clinic = draft(hospital, day, slotClass, segments, places, reserved);
    publish(hospital, day, "测试");
    return clinic;
  }

  /// Somebody new whom the booker's institution may see.
  public ResidentId residentOf(Staff booker) {
    var resident = TestResidents.register(TestStaff.with("family-doctor", "ninghe-lutai"));
    relationships.begin(
        RelationshipKind.REGISTERED,
        resident,
        booker.institution(),
        Subject.of("resident", resident),
        null,
        booker);
    return resident;
  }

  public BookSlot booking(SlotId slot, Staff booker) {
    return new BookSlot(slot, residentOf(booker), aVisit());
  }

  /// A purpose no room listens for.
  static Subject aVisit() {
    return Subject.of("visit", UUID.randomUUID());
  }

  static Subject aReferral() {
    return Subject.of("referral", UUID.randomUUID());
  }

  /// Moves the clock to so many calendar days before a day, at a time in China.
  public Instant at(LocalDate day, int daysBefore, String time) {
    var moment =
        day.minusDays(daysBefore).atTime(LocalTime.parse(time)).atZone(Moments.CHINA).toInstant();
    clock.set(moment);
    return moment;
  }

  public static Instant start(LocalDate day) {
    return day.atTime(EIGHT).atZone(Moments.CHINA).toInstant();
  }

  static FreeSlotQuery on(String hospital, LocalDate day) {
    return new FreeSlotQuery(InstitutionId.of(hospital), DEPARTMENT, day, 200);
  }

  public SlotId firstOf(ClinicId clinic) {
    return jdbc.sql(
            "select id from capacity.slot where clinic = :c and state = 'free' order by number")
        .param("c", clinic.value())
        .query((row, _) -> SlotId.of(row.getString(1)))
        .list()
        .getFirst();
  }

  public String state(SlotId slot) {
    return jdbc.sql("select state from capacity.slot where id = :id")
        .param("id", slot.value())
        .query(String.class)
        .single();
  }

  public String status(AppointmentId id) {
    return jdbc.sql("select status from capacity.appointment where id = :id")
        .param("id", id.value())
        .query(String.class)
        .single();
  }

  /// Who owns the work of telling, or nobody.
  String workOf(AppointmentId id) {
    return jdbc.sql(
            """
            select owner_institution from work.card_item
             where subject_kind = 'appointment' and subject_id = :id and kind = 'capacity.tell'
            """)
        .param("id", id.toString())
        .query(String.class)
        .optional()
        .orElse("");
  }
}
