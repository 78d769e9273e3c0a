package org.heyi.flow.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.heyi.flow.capacity.TestHospital.clerkOf;
import static org.heyi.flow.capacity.TestHospital.freshDay;
import static org.heyi.flow.capacity.TestHospital.on;

import java.time.LocalDate;
import java.util.SplittableRandom;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.TestStaff;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.Staff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/// What happens to bookings when their clinic changes, and what is offered to whom at which time.
@HeyiTest
@RecordApplicationEvents
class ChangedClinicTests {

  static final String HOSPITAL = "ninghe-zhongyiyuan";
  static final String HEALTH_CENTRE = "ninghe-yuelong";

  @Autowired TestHospital hospital;
  @Autowired Clinics clinics;
  @Autowired Slots slots;
  @Autowired Appointments appointments;
  @Autowired Tidying tidying;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired ApplicationEvents events;

  Staff doctor;

  @BeforeEach
  void people() {
    doctor = TestStaff.with("family-doctor", HEALTH_CENTRE);
  }

  @Test
  void aStoppedClinicMakesWorkOfTellingAndRebooking() {
    var day = freshDay(HOSPITAL);
    var stopped = clinic(day, "ordinary", 1, 2, 0);
    var spare = clinic(day, "ordinary", 1, 2, 0);
    var command = hospital.booking(hospital.firstOf(stopped), doctor);
    var booked = appointments.book(command, doctor);

    int told = clinics.stop(new ClinicChange.Stop(stopped, 1, "医师生病", ""), clerkOf(HOSPITAL));

    assertThat(told).isEqualTo(1);
    assertThat(hospital.status(booked.id())).isEqualTo("displaced");
    assertThat(hospital.state(booked.slot())).isEqualTo("cancelled");
    assertThat(events.stream(AppointmentEvent.Displaced.class))
        .anyMatch(it -> it.purpose().equals(command.purpose()));
    assertThat(hospital.workOf(booked.id())).isEqualTo(HEALTH_CENTRE);
    assertThatThrownBy(() -> appointments.book(hospital.booking(booked.slot(), doctor), doctor))
        .hasMessageContaining("capacity.clinic-stopped");

    var moved = appointments.move(booked.id(), hospital.firstOf(spare), doctor);
    assertThat(moved.status()).isEqualTo("booked");
    assertThat(hospital.workOf(booked.id())).isEmpty();
  }

  @Test
  void bookingThePurposeAnewAfterAStopClosesTheWorkOfTelling() {
    var day = freshDay(HOSPITAL);
    var stopped = clinic(day, "ordinary", 1, 1, 0);
    var spare = clinic(day, "ordinary", 1, 1, 0);
    var command = hospital.booking(hospital.firstOf(stopped), doctor);
    var displaced = appointments.book(command, doctor);
    clinics.stop(new ClinicChange.Stop(stopped, 1, "医师生病", ""), clerkOf(HOSPITAL));

    var anew =
        appointments.book(
            new BookSlot(hospital.firstOf(spare), command.resident(), command.purpose()), doctor);

    assertThat(anew.id()).isNotEqualTo(displaced.id());
    assertThat(hospital.workOf(displaced.id())).isEmpty();
    assertThat(appointments.of(command.purpose())).contains(anew);
  }

  @Test
  void anotherDoctorKeepsTheBookingsAndTheBookersTellThem() {
    var day = freshDay(HOSPITAL);
    var clinic = clinic(day, "ordinary", 1, 1, 0);
    var command = hospital.booking(hospital.firstOf(clinic), doctor);
    var booked = appointments.book(command, doctor);

    clinics.substitute(
        new ClinicChange.Substitute(clinic, 1, "王替诊", null, "ordinary", "外出开会", ""),
        clerkOf(HOSPITAL));

    var now = appointments.of(command.purpose()).orElseThrow();
    assertThat(now.status()).isEqualTo("booked");
    assertThat(now.practitioner()).isEqualTo("王替诊");
    assertThat(events.stream(AppointmentEvent.Substituted.class))
        .anyMatch(it -> it.appointment().equals(booked.id()) && it.practitioner().equals("王替诊"));
    assertThat(hospital.workOf(booked.id())).isEqualTo(HEALTH_CENTRE);
    appointments.told(booked.id(), doctor);
    assertThat(hospital.workOf(booked.id())).isEmpty();
    assertThatThrownBy(() -> appointments.told(booked.id(), doctor))
        .hasMessageContaining("capacity.step-not-possible");
  }

  @Test
  void unusedReservedSlotsAreNotedWhenTheirFateFalls() {
    var day = freshDay(HOSPITAL);
    var clinic = clinic(day, "expert", 1, 2, 2);
    var slot = hospital.firstOf(clinic);
    var clerk = TestStaff.with("referral-clerk", HOSPITAL);

    hospital.at(day, 1, "08:00");
    tidying.markUnused();

    assertThat(
            jdbc.sql(
                    "select count(*) from capacity.slot where clinic = :c and unused_at is not null")
                .param("c", clinic.value())
                .query(Integer.class)
                .single())
        .isEqualTo(2);
    assertThat(appointments.book(hospital.booking(slot, clerk), clerk).reserved()).isTrue();
  }

  /// The SQL that finds free slots and the rule agree, for everybody at any time.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theListOffersExactlyWhatTheRuleAllows(long seed) {
    var random = new SplittableRandom(seed);
    var day = freshDay(HOSPITAL);
    clinic(day, "expert", 2, 3, 1 + random.nextInt(3));
    var bookers = new Staff[] {doctor, TestStaff.with("referral-clerk", HOSPITAL)};
    for (int run = 0; run < 25; run++) {
      var booker = bookers[random.nextInt(2)];
      hospital.at(
          day, random.nextInt(17), "%02d:%02d".formatted(random.nextInt(24), random.nextInt(60)));
      var offered = slots.free(on(HOSPITAL, day), booker).stream().mapToInt(FreeSlot::left).sum();
      int allowed = 0;
      for (var slot : allOf(day)) {
        if (mayHold(slot, booker)) {
          allowed++;
        }
      }
      assertThat(offered).as("seed %d run %d at %s", seed, run, clock.instant()).isEqualTo(allowed);
    }
  }

  private boolean mayHold(SlotId slot, Staff booker) {
    try {
      slots.hold(slot, TestHospital.aReferral(), booker);
      return true;
    } catch (ProblemException refused) {
      return false;
    } finally {
      slots.release(InstitutionId.of(HOSPITAL), TestHospital.DEPARTMENT, booker);
    }
  }

  private java.util.List<SlotId> allOf(LocalDate day) {
    return jdbc.sql("select id from capacity.slot where hospital = :h and day = :d")
        .param("h", HOSPITAL)
        .param("d", day)
        .query((row, _) -> SlotId.of(row.getString(1)))
        .list();
  }

  /// A published clinic; the clock stands six days before it.
  private ClinicId clinic(LocalDate day, String slotClass, int segments, int places, int reserved) {
    var clinic = hospital.published(HOSPITAL, day, slotClass, segments, places, reserved);
    hospital.at(day, 6, "10:00");
    return clinic;
  }
}
