package org.heyi.flow.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heyi.flow.capacity.AppointmentActionsTests.HOSPITAL;
import static org.heyi.flow.capacity.AppointmentActionsTests.STRANGER;
import static org.heyi.flow.capacity.AppointmentActionsTests.staff;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.heyi.flow.capacity.Clinic.Status;
import org.heyi.flow.capacity.ClinicActions.Action;
import org.heyi.platform.shared.Staff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What may be done with a clinic, and how its places are numbered.
class ClinicActionsTests {

  /// 2026-12-10 08:00 to 12:00 in China.
  static final Instant START = Instant.parse("2026-12-10T00:00:00Z");
  static final Instant END = START.plus(Duration.ofHours(4));

  final Staff clerk = staff(HOSPITAL, CapacityDuty.PLAN);
  final Staff doctor = staff(HOSPITAL, CapacityDuty.ADD);

  @Test
  void aDraftIsMarkedPublishedOrDiscarded() {
    assertThat(ClinicActions.of(clinic(Status.DRAFT), clerk, before()))
        .containsOnly(Action.PUBLISH, Action.DISCARD, Action.MARK);
    assertThat(ClinicActions.of(clinic(Status.DRAFT), clerk, START)).doesNotContain(Action.PUBLISH);
  }

  @Test
  void aPublishedClinicMayBeStoppedWhileItRunsButNotAfter() {
    assertThat(ClinicActions.of(clinic(Status.PUBLISHED), clerk, before()))
        .containsOnly(Action.MARK, Action.EXTRA, Action.SUBSTITUTE, Action.STOP);
    assertThat(ClinicActions.of(clinic(Status.PUBLISHED), clerk, START.plusSeconds(60)))
        .containsOnly(Action.EXTRA, Action.SUBSTITUTE, Action.STOP);
    assertThat(ClinicActions.of(clinic(Status.PUBLISHED), clerk, END)).isEmpty();
    assertThat(ClinicActions.of(clinic(Status.STOPPED), clerk, before())).isEmpty();
  }

  @Test
  void aDoctorAddsNumbersInTheirOwnClinicOnly() {
    assertThat(ClinicActions.of(clinic(Status.PUBLISHED), doctor, before()))
        .containsOnly(Action.EXTRA);
    assertThat(
            ClinicActions.of(
                clinic(Status.PUBLISHED), staff(HOSPITAL, CapacityDuty.ADD), before()))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void aStrangerSeesAndDoesNothing(Status status) {
    var stranger = staff(STRANGER, CapacityDuty.values());

    assertThat(ClinicActions.of(clinic(status), stranger, before())).isEmpty();
    assertThat(ClinicActions.seen(clinic(status), stranger)).isFalse();
  }

  @Test
  void placesAreNumberedThroughWithTheReservedFirstInEachSegment() {
    var places =
        Clinic.places(
            List.of(
                new Clinic.Segment(START, START.plusSeconds(1800), 3, 2),
                new Clinic.Segment(START.plusSeconds(1800), START.plusSeconds(3600), 2, 1)));

    assertThat(places).extracting(SlotStore.Place::number).containsExactly(1, 2, 3, 4, 5);
    assertThat(places)
        .extracting(SlotStore.Place::reserved)
        .containsExactly(true, true, false, true, false);
  }

  private static Instant before() {
    return START.minusSeconds(3600);
  }

  private Clinic clinic(Status status) {
    return new Clinic(
        ClinicId.next(),
        HOSPITAL,
        "03.04",
        "某医师",
        doctor.account(),
        LocalDate.of(2026, 12, 10),
        "am",
        "expert",
        "门诊楼",
        4,
        START,
        END,
        status,
        1);
  }
}
