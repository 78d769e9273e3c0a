package org.heyi.flow.capacity;

import java.util.Map;
import org.heyi.MovableClock;
import org.heyi.RouteFixture;
import org.heyi.TestStaff;
import org.heyi.platform.shared.Staff;
import org.springframework.stereotype.Component;

/// Clinics, appointments and templates for the route test.
final class CapacityRouteFixtures {

  private static final String HOSPITAL = "ninghe-yiyuan";

  private CapacityRouteFixtures() {}

  @Component
  static final class OfClinic implements RouteFixture {

    private final TestHospital hospital;

    OfClinic(TestHospital hospital) {
      this.hospital = hospital;
    }

    @Override
    public String kind() {
      return "clinic";
    }

    @Override
    public Real make(String role) {
      var day = TestHospital.freshDay(HOSPITAL);
      var clinic = hospital.published(HOSPITAL, day, "expert", 2, 2, 2);
      return new Real(
          TestStaff.with(role, HOSPITAL),
          Map.of("id", clinic.toString(), "segment", TestHospital.start(day).toString()));
    }

    @Override
    public Map<String, String> sent(String route, Real real) {
      return Map.of("version", "0", "segment", real.variables().get("segment"), "reason", "路由测试");
    }
  }

  /// An appointment that the village clinic made.
  @Component
  static final class OfAppointment implements RouteFixture {

    private final TestHospital hospital;
    private final Slots slots;
    private final Appointments appointments;
    private final MovableClock clock;

    OfAppointment(
        TestHospital hospital, Slots slots, Appointments appointments, MovableClock clock) {
      this.hospital = hospital;
      this.slots = slots;
      this.appointments = appointments;
      this.clock = clock;
    }

    @Override
    public String kind() {
      return "appointment";
    }

    @Override
    public Real make(String role) {
      var day = TestHospital.freshDay(HOSPITAL);
      hospital.published(HOSPITAL, day, "expert", 3, 1, 1);
      clock.set(MovableClock.START);
      var booker = TestStaff.with("village-doctor", "ninghe-yuelong-v01");
      hospital.at(day, 1, "09:00");
      var free = slots.free(TestHospital.on(HOSPITAL, day), booker);
      var slot = free.getFirst().slot();
      var booked = appointments.book(hospital.booking(slot, booker), booker);
      var where =
          role.equals("village-doctor") || role.equals("family-doctor")
              ? "ninghe-yuelong-v01"
              : HOSPITAL;
      var owner = TestStaff.with(role, where);
      return new Real(
          owner, Map.of("id", booked.id().toString(), "slot", another(booked, owner).toString()));
    }

    /// A slot that this person may take, where they may take any: not everybody gets reserved ones.
    private SlotId another(AppointmentView booked, Staff owner) {
      return appointments.view(booked.id(), owner).may().contains("move")
          ? appointments.times(booked.id(), 20, owner).getLast().slot()
          : booked.slot();
    }

    @Override
    public Map<String, String> sent(String route, Real real) {
      return Map.of("slot", real.variables().get("slot"), "reason", "路由测试");
    }
  }

  @Component
  static final class OfTemplate implements RouteFixture {

    private final TestHospital hospital;

    OfTemplate(TestHospital hospital) {
      this.hospital = hospital;
    }

    @Override
    public String kind() {
      return "clinic-template";
    }

    @Override
    public Real make(String role) {
      return new Real(
          TestStaff.with(role, HOSPITAL), Map.of("id", hospital.template(HOSPITAL).toString()));
    }
  }
}
