package org.heyi.flow.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.heyi.flow.capacity.Appointment.Status;
import org.heyi.flow.capacity.AppointmentActions.Action;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.PostId;
import org.heyi.platform.shared.Scope;
import org.heyi.platform.shared.Staff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What may be done with an appointment: every state, everybody, before and after the visit.
class AppointmentActionsTests {

  static final InstitutionId HOSPITAL = InstitutionId.of("a-hospital");
  static final InstitutionId BOOKER = InstitutionId.of("a-clinic");
  static final InstitutionId STRANGER = InstitutionId.of("elsewhere");

  /// 2026-12-10 08:30 in China.
  static final Instant START = Instant.parse("2026-12-10T00:30:00Z");
  static final Instant DAY_BEFORE = START.minus(Duration.ofHours(20));
  static final Instant LATE = START.plus(Duration.ofMinutes(61));

  @Test
  void whoBookedMovesAndCancelsButMarksNoArrival() {
    var doctor = staff(BOOKER, CapacityDuty.BOOK);

    assertThat(of(Status.BOOKED, false, doctor, DAY_BEFORE)).containsOnly(Action.MOVE, Action.CANCEL);
    assertThat(of(Status.BOOKED, false, doctor, START)).containsOnly(Action.MOVE, Action.CANCEL);
  }

  @Test
  void theDeskMarksArrivalOnTheDayAndANoShowWhenItIsTime() {
    var desk = staff(HOSPITAL, CapacityDuty.ARRIVE);

    assertThat(of(Status.BOOKED, false, desk, DAY_BEFORE)).doesNotContain(Action.ARRIVE, Action.NO_SHOW);
    assertThat(of(Status.BOOKED, false, desk, START))
        .contains(Action.ARRIVE)
        .doesNotContain(Action.NO_SHOW);
    assertThat(of(Status.BOOKED, false, desk, LATE)).contains(Action.ARRIVE, Action.NO_SHOW);
    assertThat(of(Status.NO_SHOW, false, desk, LATE)).containsOnly(Action.ARRIVE);
  }

  @Test
  void theDisplacedAreToldAndRebookedFromBothSides() {
    for (var by :
        new Staff[] {staff(BOOKER, CapacityDuty.BOOK), staff(HOSPITAL, CapacityDuty.PLAN)}) {
      assertThat(of(Status.DISPLACED, true, by, DAY_BEFORE))
          .containsOnly(Action.MOVE, Action.CANCEL, Action.TELL);
    }
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void aStrangerMayDoNothingAndDoesNotSeeIt(Status status) {
    var stranger = staff(STRANGER, CapacityDuty.values());

    assertThat(of(status, true, stranger, LATE)).isEmpty();
    assertThat(AppointmentActions.seen(facts(status, true), stranger)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.class,
      names = {"CANCELLED", "ARRIVED"})
  void whatIsOverStaysOver(Status status) {
    assertThat(of(status, false, staff(HOSPITAL, CapacityDuty.values()), LATE)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void withoutADutyNothingMayBeDone(Status status) {
    assertThat(of(status, true, staff(HOSPITAL), LATE)).isEmpty();
    assertThat(of(status, true, staff(BOOKER), LATE)).isEmpty();
  }

  /// The answer for pages and the answer for commands are one.
  @ParameterizedTest
  @EnumSource(Status.class)
  void theOfferedAreExactlyTheNotRefused(Status status) {
    var by = staff(HOSPITAL, CapacityDuty.values());
    for (var now : new Instant[] {DAY_BEFORE, START, LATE}) {
      var offered = of(status, true, by, now);
      for (var action : EnumSet.allOf(Action.class)) {
        assertThat(AppointmentActions.refusal(action, facts(status, true), by, now).isEmpty())
            .isEqualTo(offered.contains(action));
      }
    }
  }

  private static Set<Action> of(Status status, boolean toTell, Staff by, Instant now) {
    return AppointmentActions.of(facts(status, toTell), by, now);
  }

  private static AppointmentActions.Facts facts(Status status, boolean toTell) {
    return new AppointmentActions.Facts(
        status, HOSPITAL, BOOKER, toTell, START, Duration.ofMinutes(60));
  }

  static Staff staff(InstitutionId where, CapacityDuty... duties) {
    var all = new java.util.HashMap<String, Scope>();
    for (var duty : duties) {
      all.put(duty.code(), Scope.OWN);
    }
    return new Staff(
        AccountId.next(),
        "某某",
        PostId.next(),
        "tester",
        where,
        AreaId.of("somewhere"),
        Map.copyOf(all));
  }
}
