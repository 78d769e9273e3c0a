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
import org.heyi.platform.shared.Staff;
import org.heyi.steering.directory.DepartmentView;
import org.heyi.steering.directory.EnlistPractitioner;
import org.heyi.steering.directory.Institutions;
import org.heyi.steering.directory.PractitionerTitle;
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

  private final Institutions institutions;
  private final Templates templates;
  private final Clinics clinics;

  DemoHospital(Institutions institutions, Templates templates, Clinics clinics) {
    this.institutions = institutions;
    this.templates = templates;
    this.clinics = clinics;
  }

  /// Enlists doctors and plans their week.
  ///
  /// @param enlister who may enlist practitioners
  void staff(Staff enlister, Staff planner, SyntheticPeople people, LocalDate since) {
    for (var department : institutions.departments(planner.institution())) {
      var expert = people.staffName();
      var ordinary = people.staffName();
      enlist(enlister, planner, department, expert, PractitionerTitle.CHIEF_PHYSICIAN, since);
      enlist(enlister, planner, department, ordinary, PractitionerTitle.ATTENDING_PHYSICIAN, since);
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

  private void enlist(
      Staff enlister,
      Staff planner,
      DepartmentView department,
      String name,
      PractitionerTitle title,
      LocalDate since) {
    institutions.enlist(
        new EnlistPractitioner(planner.institution(), department.code(), name, title, since),
        enlister);
  }

  private void plan(
      Staff planner,
      DepartmentView department,
      String doctor,
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
            doctor,
            null,
            day,
            session,
            slotClass,
            "门诊楼 " + department.name() + "诊区",
            EXTRA_NUMBERS,
            List.copyOf(segments)),
        planner);
  }
}
