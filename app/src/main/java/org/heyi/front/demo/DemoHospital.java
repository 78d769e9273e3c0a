package org.heyi.front.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.heyi.flow.capacity.Clinics;
import org.heyi.flow.capacity.PlanTemplate;
import org.heyi.flow.capacity.PublishClinics;
import org.heyi.flow.capacity.Templates;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.Staff;
import org.heyi.steering.directory.DepartmentView;
import org.heyi.steering.directory.EnlistPractitioner;
import org.heyi.steering.directory.Institutions;
import org.heyi.steering.directory.PractitionerTitle;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/// The lead hospital's doctors and clinics: in each department an expert three mornings a week and
/// an ordinary clinic every working day.
@Component
@Conditional(DemoMode.class)
class DemoHospital {

  private static final LocalTime MORNING = LocalTime.of(8, 0);
  private static final LocalTime AFTERNOON = LocalTime.of(13, 30);
  private static final int SEGMENT_MINUTES = 30;
  private static final int EXTRA_NUMBERS = 2;
  private static final Set<DayOfWeek> EXPERT_DAYS =
      EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY);
  private static final Set<DayOfWeek> WORKING_DAYS =
      EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  /// Where the cast's physicians have their clinics, in their order.
  private static final List<String> OWN_DEPARTMENTS = List.of("03.04", "03.03");

  private final Institutions institutions;
  private final Templates templates;
  private final Clinics clinics;

  DemoHospital(Institutions institutions, Templates templates, Clinics clinics) {
    this.institutions = institutions;
    this.templates = templates;
    this.clinics = clinics;
  }

  /// A doctor of the timetable; the cast's physicians have an account.
  private record Doctor(String name, @Nullable AccountId account) {}

  /// Enlists doctors and plans their week.
  void staff(DemoCast cast, SyntheticPeople people, LocalDate since) {
    var planner = cast.planner();
    for (var department : institutions.departments(cast.lead())) {
      var expert = expert(cast, department, people);
      var ordinary = new Doctor(people.staffName(), null);
      enlist(cast, department, expert, PractitionerTitle.CHIEF_PHYSICIAN, since);
      enlist(cast, department, ordinary, PractitionerTitle.ATTENDING_PHYSICIAN, since);
      EXPERT_DAYS.forEach(
          day -> plan(planner, department, expert, day, "am", "expert", MORNING, 1));
      WORKING_DAYS.forEach(day -> {
        plan(planner, department, ordinary, day, "am", "ordinary", MORNING, 1);
        plan(planner, department, ordinary, day, "pm", "ordinary", AFTERNOON, 1);
      });
    }
  }

  /// Drafts and publishes a period; days that are there already stay as they are.
  void publish(Staff planner, LocalDate from, LocalDate until) {
    templates.draft(from, until, "", planner);
    clinics.publish(new PublishClinics("", from, until, ""), planner);
  }

  private static Doctor expert(DemoCast cast, DepartmentView department, SyntheticPeople people) {
    int which = OWN_DEPARTMENTS.indexOf(department.code());
    if (which < 0) {
      return new Doctor(people.staffName(), null);
    }
    var physician = cast.physicians().get(which);
    return new Doctor(physician.name(), physician.account());
  }

  private void enlist(
      DemoCast cast,
      DepartmentView department,
      Doctor doctor,
      PractitionerTitle title,
      LocalDate since) {
    institutions.enlist(
        new EnlistPractitioner(cast.lead(), department.code(), doctor.name(), title, since),
        cast.enlister());
  }

  private void plan(
      Staff planner,
      DepartmentView department,
      Doctor doctor,
      DayOfWeek day,
      String session,
      String slotClass,
      LocalTime start,
      int reserved) {
    var places = slotClass.equals("expert") ? 2 : 3;
    var segments = PlanTemplate.even(start, SEGMENT_MINUTES, 6, places, reserved);
    templates.plan(
        new PlanTemplate(
            department.code(),
            doctor.name(),
            doctor.account(),
            day,
            session,
            slotClass,
            "门诊楼 " + department.name() + "诊区",
            EXTRA_NUMBERS,
            List.copyOf(segments)),
        planner);
  }
}
