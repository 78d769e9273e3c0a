package org.heyi.flow.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heyi.flow.referral.TestReferrals.clerk;
import static org.heyi.flow.referral.TestReferrals.desk;
import static org.heyi.flow.referral.TestReferrals.press;
import static org.heyi.flow.referral.TestReferrals.villageDoctor;

import java.time.Duration;
import java.util.Set;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.TestStaff;
import org.heyi.flow.capacity.AppointmentEvent;
import org.heyi.flow.capacity.Appointments;
import org.heyi.flow.capacity.ClinicChange;
import org.heyi.flow.capacity.Clinics;
import org.heyi.flow.capacity.Schedules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.Scenario;

/// The fate of the slot: for each ending and each step between, whether it is held, and that it is
/// free again exactly once.
@HeyiTest
class SlotFateTests {

  @Autowired Referrals referrals;
  @Autowired TestReferrals fixture;
  @Autowired TimeWatch watch;
  @Autowired ScheduleFollower follower;
  @Autowired Appointments appointments;
  @Autowired Clinics clinics;
  @Autowired Schedules schedules;
  @Autowired MovableClock clock;

  /// How a referral can come to nothing.
  enum Ending {
    WITHDRAWN_WHILE_SENT,
    WITHDRAWN_WHILE_RETURNED,
    WITHDRAWN_WHILE_ACCEPTED,
    REFUSED,
    HOLD_RAN_OUT,
    NEVER_REVIEWED
  }

  @ParameterizedTest
  @EnumSource
  void eachEndingFreesTheSlotOnce(Ending ending) {
    var doctor = fixture.clinicTomorrow(1, 2);
    var id = fixture.sent(doctor);
    assertThat(fixture.left(doctor)).isEqualTo(1);

    end(ending, id);

    assertThat(fixture.booked(id)).isZero();
    if (ending != Ending.NEVER_REVIEWED) {
      assertThat(fixture.left(doctor)).isEqualTo(2);
    }
    watch.run();
    assertThat(fixture.booked(id)).isZero();
  }

  private void end(Ending ending, ReferralId id) {
    switch (ending) {
      case WITHDRAWN_WHILE_SENT -> withdraw(id);
      case WITHDRAWN_WHILE_RETURNED -> {
        giveBack(id);
        withdraw(id);
      }
      case WITHDRAWN_WHILE_ACCEPTED -> {
        referrals.accept(id, press(fixture.version(id)), clerk());
        withdraw(id);
      }
      case REFUSED ->
          referrals.refuse(id, Set.of("no-capacity"), "", press(fixture.version(id)), clerk());
      case HOLD_RAN_OUT -> {
        giveBack(id);
        clock.set(fixture.holdUntil(id));
        watch.run();
        assertThat(fixture.state(id)).isEqualTo("RETURNED");
        clock.set(MovableClock.START);
      }
      case NEVER_REVIEWED -> {
        clock.set(fixture.visit(id).end());
        watch.run();
        assertThat(fixture.state(id)).isEqualTo("EXPIRED");
        assertThat(fixture.work(id)).isEmpty();
      }
    }
  }

  @Test
  void aReturnedReferralWithoutItsSlotSaysSoAndExpiresLater() {
    var doctor = fixture.clinicTomorrow(1, 1);
    var id = fixture.sent(doctor);
    giveBack(id);
    var expires = fixture.expires(id);
    clock.set(fixture.holdUntil(id));
    watch.run();

    var view = referrals.view(id, villageDoctor());
    assertThat(view.facts().slotHeld()).isFalse();
    assertThat(view.holdUntil()).isNull();
    assertThat(view.expires()).isEqualTo(expires);
    assertThat(fixture.work(id)).containsExactly("referral.revise");
    clock.set(expires);
    watch.run();
    assertThat(fixture.state(id)).isEqualTo("EXPIRED");
  }

  @Test
  void anUnfinishedDraftExpires() {
    var id = fixture.draft();
    clock.set(fixture.expires(id).minusSeconds(1));
    watch.run();
    assertThat(fixture.state(id)).isEqualTo("DRAFT");
    clock.advance(Duration.ofSeconds(1));
    watch.run();

    assertThat(fixture.state(id)).isEqualTo("EXPIRED");
  }

  @Test
  void whoDoesNotComeLosesTheTimeAndTheSenderFindsAnother() {
    var doctor = fixture.clinicTomorrow(2, 1);
    var id = fixture.accepted(doctor);
    fixture.at("09:00");

    referrals.noShow(id, press(fixture.version(id)), desk());

    assertThat(fixture.state(id)).isEqualTo("ACCEPTED");
    assertThat(fixture.work(id)).containsExactly("referral.rebook");
    assertThat(fixture.booked(id)).isZero();
    var version = fixture.version(id);
    var appointment = fixture.visit(id).id();
    follower.on(new AppointmentEvent.NoShow(appointment, Referrals.subject(id), clock.instant()));
    assertThat(fixture.version(id)).isEqualTo(version);
  }

  /// 停诊: the schedule tells; the referral has no time and finding another is the sender's work.
  @Test
  void aStoppedClinicLeavesTheReferralToBeRebooked(Scenario scenario) {
    var doctor = fixture.clinicTomorrow(1, 1);
    var id = fixture.accepted(doctor);
    var planner = TestStaff.with("schedule-clerk", TestReferrals.HOSPITAL);
    var clinic =
        schedules
            .week(TestReferrals.DEPARTMENT, TestReferrals.tomorrow().minusDays(1), planner)
            .stream()
            .filter(it -> it.practitioner().equals(doctor))
            .findFirst()
            .orElseThrow();

    scenario
        .stimulate(() ->
            clinics.stop(
                new ClinicChange.Stop(clinic.id(), clinic.version(), "医师外出", "停诊"), planner))
        .andWaitForStateChange(() -> fixture.work(id), it -> it.contains("referral.rebook"))
        .andVerify(it -> assertThat(it).containsExactly("referral.rebook"));

    var other = fixture.clinicTomorrow(1, 1);
    referrals.move(
        id, fixture.free(other).getFirst().slot(), press(fixture.version(id)), villageDoctor());
    assertThat(fixture.booked(id)).isEqualTo(1);
    assertThat(fixture.work(id)).containsExactly("referral.arrive");
    assertThat(fixture.left(other)).isZero();
  }

  /// The schedule's own desk may change an appointment of a referral: the referral follows.
  @Test
  void theReferralFollowsWhatTheScheduleDoesItself() {
    var doctor = fixture.clinicTomorrow(3, 1);
    var id = fixture.accepted(doctor);
    var appointment = fixture.visit(id).id();
    var later = fixture.free(doctor).getLast();
    appointments.move(appointment, later.slot(), clerk());
    watch.run();
    assertThat(fixture.due(id)).isEqualTo(later.end());

    appointments.cancel(appointment, "医院取消", clerk());
    watch.run();
    assertThat(fixture.work(id)).containsExactly("referral.rebook");
    referrals.move(
        id, fixture.free(doctor).getFirst().slot(), press(fixture.version(id)), villageDoctor());
    assertThat(fixture.booked(id)).isEqualTo(1);

    fixture.at("08:00");
    appointments.arrive(fixture.visit(id, desk()).id(), clock.instant(), desk());
    watch.run();
    assertThat(fixture.state(id)).isEqualTo("ARRIVED");
    var version = fixture.version(id);
    watch.run();
    assertThat(fixture.version(id)).isEqualTo(version);
  }

  @Test
  void twoNodesLookingAtOnceEndAReferralOnce() throws InterruptedException {
    var id = fixture.sent(fixture.clinicTomorrow(1, 1));
    clock.set(fixture.visit(id).end());
    var threads =
        java.util.stream.IntStream.range(0, 8)
            .mapToObj(_ -> Thread.ofPlatform().start(watch::run))
            .toList();
    for (var thread : threads) {
      thread.join();
    }

    assertThat(referrals.view(id, villageDoctor()).course())
        .filteredOn(it -> it.action() == ReferralAction.EXPIRE)
        .hasSize(1);
  }

  private void withdraw(ReferralId id) {
    referrals.withdraw(id, "居民改变主意", press(fixture.version(id)), villageDoctor());
  }

  private void giveBack(ReferralId id) {
    referrals.giveBack(id, TestReferrals.MISSING, "请补充心电图", press(fixture.version(id)), clerk());
  }
}
