package org.heyi.flow.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.heyi.flow.capacity.TestHospital.aReferral;
import static org.heyi.flow.capacity.TestHospital.freshDay;
import static org.heyi.flow.capacity.TestHospital.on;
import static org.heyi.flow.capacity.TestHospital.start;

import java.time.Duration;
import java.time.LocalDate;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.Satisfies;
import org.heyi.TestStaff;
import org.heyi.platform.access.Relationships;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/// Booking, moving, cancelling and coming, on the real database.
@HeyiTest
@RecordApplicationEvents
class AppointmentsModuleTests {

  static final String HOSPITAL = "ninghe-yiyuan";
  static final String OTHER_HOSPITAL = "ninghe-zhongyiyuan";
  static final String HEALTH_CENTRE = "ninghe-yuelong";

  @Autowired TestHospital hospital;
  @Autowired Clinics clinics;
  @Autowired Schedules schedules;
  @Autowired Slots slots;
  @Autowired Appointments appointments;
  @Autowired Tidying tidying;
  @Autowired Relationships relationships;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired ApplicationEvents events;

  Staff doctor;
  Staff other;
  Staff desk;

  @BeforeEach
  void people() {
    doctor = TestStaff.with("family-doctor", HEALTH_CENTRE);
    other = TestStaff.with("family-doctor", "ninghe-fengtai");
    desk = TestStaff.with("desk-clerk", HOSPITAL);
  }

  @Test
  @Satisfies("APT-01")
  void aSlotOfATimeSegmentIsBookedWithAllThatIsPrintedOnTheSlip() {
    var day = freshDay(HOSPITAL);
    clinic(day, "expert", 2, 2, 1);

    var open = slots.free(on(HOSPITAL, day), doctor);
    assertThat(open).hasSize(4).isSortedAccordingTo((a, b) -> a.start().compareTo(b.start()));
    var booked = appointments.book(hospital.booking(open.getFirst().slot(), doctor), doctor);

    assertThat(booked.hospital().value()).isEqualTo(HOSPITAL);
    assertThat(booked.department()).isEqualTo(TestHospital.DEPARTMENT);
    assertThat(booked.departmentName()).isNotEqualTo(TestHospital.DEPARTMENT);
    assertThat(booked.slotClass()).isEqualTo("expert");
    assertThat(booked.start()).isEqualTo(start(day));
    assertThat(booked.end()).isEqualTo(start(day).plus(Duration.ofMinutes(30)));
    assertThat(booked.place()).isEqualTo("门诊楼2层");
    assertThat(booked.status()).isEqualTo("booked");
  }

  @Test
  void theHospitalMaySeeTheResidentUntilTheVisitDayEnds() {
    var day = freshDay(HOSPITAL);
    clinic(day, "ordinary", 1, 2, 0);
    var command = hospital.booking(first(day, doctor), doctor);

    var booked = appointments.book(command, doctor);

    assertThat(relationships.live(command.resident(), booked.hospital())).isTrue();
    hospital.at(day, 0, "23:59");
    assertThat(relationships.live(command.resident(), booked.hospital())).isTrue();
    hospital.at(day, -1, "00:00");
    assertThat(relationships.live(command.resident(), booked.hospital())).isFalse();
  }

  @Test
  void thePurposeBookedTwiceIsOneAppointment() {
    var day = freshDay(HOSPITAL);
    clinic(day, "ordinary", 2, 3, 0);
    var command = hospital.booking(first(day, doctor), doctor);

    var once = appointments.book(command, doctor);
    var twice = appointments.book(command, doctor);

    assertThat(twice).isEqualTo(once);
    assertThat(appointments.of(command.purpose())).contains(once);
    var forAnother = new BookSlot(command.slot(), hospital.residentOf(doctor), command.purpose());
    assertThatThrownBy(() -> appointments.book(forAnother, doctor))
        .hasMessageContaining("capacity.booked-for-another");
  }

  @Test
  void aResidentHasOneAppointmentInAClinicAndNoSlotIsLost() {
    var day = freshDay(HOSPITAL);
    clinic(day, "ordinary", 1, 3, 0);
    var command = hospital.booking(first(day, doctor), doctor);
    appointments.book(command, doctor);

    var again = new BookSlot(first(day, doctor), command.resident(), aReferral());
    assertThatThrownBy(() -> appointments.book(again, doctor))
        .hasMessageContaining("capacity.already-in-clinic");

    assertThat(slots.free(on(HOSPITAL, day), doctor).getFirst().left()).isEqualTo(2);
  }

  @Test
  void whenTheAskedSlotIsGoneAnotherOfItsSegmentIsGivenAndNoneElsewhere() {
    var day = freshDay(HOSPITAL);
    clinic(day, "ordinary", 2, 2, 0);
    var asked = first(day, doctor);

    var a = appointments.book(hospital.booking(asked, doctor), doctor);
    var b = appointments.book(hospital.booking(asked, doctor), doctor);

    assertThat(a.slot()).isEqualTo(asked);
    assertThat(b.slot()).isNotEqualTo(asked);
    assertThat(b.start()).isEqualTo(a.start());
    assertThatThrownBy(() -> appointments.book(hospital.booking(asked, doctor), doctor))
        .hasMessageContaining("capacity.slot-taken");
  }

  @Test
  void whoHasNothingToDoWithTheResidentCannotBookForThem() {
    var day = freshDay(HOSPITAL);
    clinic(day, "ordinary", 1, 1, 0);
    var ofOthers = hospital.booking(first(day, doctor), other);

    assertThatThrownBy(() -> appointments.book(ofOthers, doctor))
        .hasMessageContaining("capacity.not-found");
  }

  @Test
  void aHeldSlotIsKeptForItsHolderUntilTheHoldLapses() {
    var day = freshDay(HOSPITAL);
    clinic(day, "ordinary", 1, 1, 0);
    var slot = first(day, doctor);

    var held = slots.hold(slot, aReferral(), doctor);

    assertThat(held.until()).isEqualTo(clock.instant().plus(Duration.ofMinutes(15)));
    assertThat(slots.free(on(HOSPITAL, day), other)).isEmpty();
    assertThat(slots.free(on(HOSPITAL, day), doctor)).hasSize(1);
    assertThatThrownBy(() -> appointments.book(hospital.booking(slot, other), other))
        .hasMessageContaining("capacity.slot-taken");
    clock.advance(Duration.ofMinutes(15));
    assertThat(slots.free(on(HOSPITAL, day), other)).hasSize(1);
    assertThat(appointments.book(hospital.booking(slot, other), other).slot()).isEqualTo(slot);
  }

  @Test
  void anAccountHoldsOneSlotAndTheClockTidiesLapsedHolds() {
    var day = freshDay(HOSPITAL);
    clinic(day, "ordinary", 2, 1, 0);
    var open = slots.free(on(HOSPITAL, day), doctor);

    slots.hold(open.getFirst().slot(), aReferral(), doctor);
    var second = slots.hold(open.getLast().slot(), aReferral(), doctor);

    assertThat(slots.free(on(HOSPITAL, day), other))
        .extracting(FreeSlot::slot)
        .containsExactly(open.getFirst().slot());
    clock.set(second.until());
    assertThat(tidying.freeLapsed()).isPositive();
    assertThat(hospital.state(second.slot())).isEqualTo("free");
  }

  @Test
  void movingTakesTheNewSlotAndFreesTheOld() {
    var day = freshDay(HOSPITAL);
    clinic(day, "ordinary", 2, 1, 0);
    var open = slots.free(on(HOSPITAL, day), doctor);
    var booked = appointments.book(hospital.booking(open.getFirst().slot(), doctor), doctor);

    var moved = appointments.move(booked.id(), open.getLast().slot(), doctor);

    assertThat(moved.id()).isEqualTo(booked.id());
    assertThat(moved.slot()).isEqualTo(open.getLast().slot());
    assertThat(hospital.state(booked.slot())).isEqualTo("free");
    assertThat(hospital.state(moved.slot())).isEqualTo("booked");
  }

  @Test
  void aMoveThatFindsNothingKeepsTheOldSlot() {
    var day = freshDay(HOSPITAL);
    clinic(day, "ordinary", 2, 1, 0);
    var open = slots.free(on(HOSPITAL, day), doctor);
    var mine = appointments.book(hospital.booking(open.getFirst().slot(), doctor), doctor);
    appointments.book(hospital.booking(open.getLast().slot(), other), other);

    assertThatThrownBy(() -> appointments.move(mine.id(), open.getLast().slot(), doctor))
        .hasMessageContaining("capacity.slot-taken");
    assertThat(hospital.state(mine.slot())).isEqualTo("booked");
  }

  @Test
  void cancellingFreesTheSlotOnceAndNeedsAReason() {
    var day = freshDay(HOSPITAL);
    clinic(day, "ordinary", 1, 1, 0);
    var command = hospital.booking(first(day, doctor), doctor);
    var booked = appointments.book(command, doctor);

    assertThatThrownBy(() -> appointments.cancel(booked.id(), " ", doctor))
        .hasMessageContaining("capacity.reason-needed");
    assertThatThrownBy(() -> appointments.cancel(booked.id(), "不去了", other))
        .hasMessageContaining("capacity.not-found");
    appointments.cancel(booked.id(), "不去了", doctor);
    appointments.cancel(booked.id(), "不去了", doctor);

    assertThat(hospital.state(booked.slot())).isEqualTo("free");
    assertThat(relationships.live(command.resident(), booked.hospital())).isFalse();
    var again = appointments.book(command, doctor);
    assertThat(again.id()).isNotEqualTo(booked.id());
    assertThat(appointments.of(command.purpose()).orElseThrow().id()).isEqualTo(again.id());
  }

  @Test
  void theDeskMarksArrivalOnTheDayAndANoShowAfterTheTime() {
    var day = freshDay(HOSPITAL);
    clinic(day, "ordinary", 1, 1, 0);
    var booked = appointments.book(hospital.booking(first(day, doctor), doctor), doctor);

    assertThatThrownBy(() -> appointments.arrive(booked.id(), clock.instant(), desk))
        .hasMessageContaining("capacity.not-today");
    hospital.at(day, 0, "08:59");
    assertThatThrownBy(() -> appointments.noShow(booked.id(), clock.instant(), desk))
        .hasMessageContaining("capacity.too-early-for-no-show");
    assertThatThrownBy(() -> appointments.arrive(booked.id(), clock.instant(), doctor))
        .hasMessageContaining("capacity.not-your-duty");
    hospital.at(day, 0, "09:00");
    appointments.noShow(booked.id(), clock.instant(), desk);
    assertThat(events.stream(AppointmentEvent.NoShow.class))
        .anyMatch(it -> it.appointment().equals(booked.id()));
    appointments.arrive(booked.id(), clock.instant(), desk);
    appointments.arrive(booked.id(), clock.instant(), desk);

    assertThat(hospital.status(booked.id())).isEqualTo("arrived");
    assertThatThrownBy(() -> appointments.cancel(booked.id(), "晚了", doctor))
        .hasMessageContaining("capacity.step-not-possible");
  }

  /// Paper from an outage: the day of the paper decides, and what lies ahead is not believed.
  @Test
  void arrivalOnPaperIsJudgedByThePapersDay() {
    var day = freshDay(HOSPITAL);
    clinic(day, "ordinary", 1, 1, 0);
    var booked = appointments.book(hospital.booking(first(day, doctor), doctor), doctor);

    assertThatThrownBy(() -> appointments.arrive(booked.id(), start(day), desk))
        .hasMessageContaining("capacity.not-today");
    hospital.at(day, -2, "10:00");
    appointments.arrive(booked.id(), start(day), desk);

    assertThat(hospital.status(booked.id())).isEqualTo("arrived");
  }

  @Test
  void anAppointmentIsMovedWithinItsHospitalUnlessItsOwnerMovesIt() {
    var day = freshDay(HOSPITAL);
    clinic(day, "ordinary", 1, 1, 0);
    var booked = appointments.book(hospital.booking(first(day, doctor), doctor), doctor);
    hospital.published(OTHER_HOSPITAL, day, "ordinary", 1, 1, 0);
    hospital.at(day, 6, "10:00");
    var elsewhere = slots.free(on(OTHER_HOSPITAL, day), doctor).getFirst().slot();

    assertThatThrownBy(() -> appointments.move(booked.id(), elsewhere, doctor))
        .hasMessageContaining("capacity.other-department");
    assertThat(hospital.state(booked.slot())).isEqualTo("booked");

    assertThat(appointments.moveAnywhere(booked.id(), elsewhere, doctor).hospital().value())
        .isEqualTo(OTHER_HOSPITAL);
    assertThat(hospital.state(booked.slot())).isEqualTo("free");
  }

  /// A family doctor gets reserved slots for referrals, not for any visit; who moves an appointment
  /// that was booked with that right keeps it.
  @Test
  void theTimesOfferedForMovingAreThoseThatMovingAccepts() {
    var day = freshDay(HOSPITAL);
    clinic(day, "expert", 4, 2, 1);
    hospital.at(day, 3, "09:00");
    var seen = slots.free(on(HOSPITAL, day), doctor);
    var open = seen.stream().filter(it -> !it.reserved()).toList();
    var kept = seen.stream().filter(FreeSlot::reserved).toList();
    var visit = hospital.booking(open.getFirst().slot(), doctor);
    var plain = appointments.book(visit, doctor).id();
    var referred = new BookSlot(kept.getFirst().slot(), hospital.residentOf(doctor), aReferral());
    var entitled = appointments.book(referred, doctor).id();

    assertThat(appointments.times(plain, 50, doctor)).isNotEmpty().noneMatch(FreeSlot::reserved);
    assertThat(appointments.times(entitled, 50, TestHospital.clerkOf(HOSPITAL)))
        .anyMatch(FreeSlot::reserved);
    for (var offered : appointments.times(plain, 50, doctor)) {
      appointments.move(plain, offered.slot(), doctor);
    }
    for (var offered : appointments.times(entitled, 50, TestHospital.clerkOf(HOSPITAL))) {
      appointments.move(entitled, offered.slot(), TestHospital.clerkOf(HOSPITAL));
    }
  }

  /// A published clinic; the clock stands six days before it.
  private ClinicId clinic(LocalDate day, String slotClass, int segments, int places, int reserved) {
    var clinic = hospital.published(HOSPITAL, day, slotClass, segments, places, reserved);
    hospital.at(day, 6, "10:00");
    return clinic;
  }

  private SlotId first(LocalDate day, Staff booker) {
    return slots.free(on(HOSPITAL, day), booker).getFirst().slot();
  }

  @Test
  void aPurposeWithoutAnAppointmentHasNone() {
    assertThat(appointments.of(Subject.of("referral", "none"))).isEmpty();
  }
}
