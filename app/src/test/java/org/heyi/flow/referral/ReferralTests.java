package org.heyi.flow.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.heyi.flow.capacity.AppointmentId;
import org.heyi.flow.referral.Referral.Accepted;
import org.heyi.flow.referral.Referral.Arrived;
import org.heyi.flow.referral.Referral.Booked;
import org.heyi.flow.referral.Referral.Draft;
import org.heyi.flow.referral.Referral.FedBack;
import org.heyi.flow.referral.Referral.InCare;
import org.heyi.flow.referral.Referral.Origin;
import org.heyi.flow.referral.Referral.Route;
import org.heyi.flow.referral.Referral.Sendable;
import org.heyi.flow.referral.Referral.Sent;
import org.heyi.flow.referral.Referral.Visit;
import org.heyi.flow.referral.Referral.Withdrawable;
import org.heyi.flow.referral.content.Destination;
import org.heyi.flow.referral.content.Urgency;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.ResidentId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferralTests {

  private static final Instant NOON = Instant.parse("2026-05-13T04:00:00Z");
  private static final Route ROUTE =
      new Route(new Destination(InstitutionId.of("hospital"), "03.04"), Urgency.URGENT);

  private static final Route OTHERWISE =
      new Route(new Destination(InstitutionId.of("other-hospital"), "03.01"), Urgency.URGENT);

  @Test
  void sendingTakesTheSlot() {
    assertThat(aSentReferral().visit()).isNotNull();
  }

  @Test
  void aReturnedReferralKeepsItsSlotUntilItIsFreed() {
    var returned = aSentReferral().giveBack();

    assertThat(returned.visit()).isNotNull();
    assertThat(returned.loseVisit().visit()).isNull();
    assertThat(returned.loseVisit().state()).isEqualTo(ReferralState.RETURNED);
  }

  @Test
  void aReferralSentOnIsReviewedThereWithItsNewTime() {
    var there = aVisit();
    var sentOn = aSentReferral().forward().redirect(OTHERWISE, there);

    assertThat(sentOn.state()).isEqualTo(ReferralState.SENT);
    assertThat(sentOn.forwarded()).isFalse();
    assertThat(sentOn.visit()).isEqualTo(there);
    assertThat(sentOn.route()).isEqualTo(OTHERWISE);
  }

  @Test
  void aReferralWhoseClinicStoppedGoesBackToTheOffice() {
    var lost = aSentReferral().forward().loseVisit();

    assertThat(lost.forwarded()).isFalse();
    assertThat(lost.visit()).isNull();
  }

  @Test
  void nobodyArrivesWithoutATime() {
    assertThatThrownBy(() -> aSentReferral().accept().loseVisit().arrive())
        .hasMessageContaining("referral.slot-needed");
  }

  @Test
  void aStepThatMakesNoSenseNowIsSomebodyElsesChange() {
    assertThatThrownBy(() -> aSentReferral().accept().as(Sent.class))
        .hasMessageContaining("referral.stale");
  }

  static Stream<Referral> endings() {
    var sent = aSentReferral();
    return Stream.of(
        sent.refuse(),
        sent.withdraw(),
        sent.expire(),
        sent.giveBack().withdraw(),
        sent.giveBack().expire(),
        sent.accept().withdraw(),
        sent.accept().loseVisit().expire(),
        sent.accept().loseVisit().withdraw(),
        aDraft().withdraw(),
        aDraft().expire());
  }

  /// The fate of the slot: a referral that comes to nothing holds none.
  @ParameterizedTest
  @MethodSource("endings")
  void whatComesToNothingHoldsNoSlot(Referral ended) {
    assertThat(ended.state().ended()).isTrue();
    assertThat(ended.visit()).isNull();
    assertThat(ReferralWork.next(ended)).isNull();
  }

  /// R40: random histories. At every moment there is one owner while it is open and none when it is
  /// ended; each slot that was taken is given back at most once; a slot is held exactly when the
  /// state may hold one.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void keepsItsPromisesInAnyHistory(long seed) {
    var random = new SplittableRandom(seed);
    var ends = new EnumMap<ReferralState, Integer>(ReferralState.class);
    int steps = 0;
    for (int run = 0; run < 2_000; run++) {
      Referral it = aDraft();
      var taken = new HashSet<AppointmentId>();
      var freed = new ArrayList<AppointmentId>();
      var course = new ArrayList<String>();
      while (!it.state().ended() && course.size() < 60) {
        var before = it;
        var next = step(it, random);
        it = next.after();
        course.add(next.name());
        steps++;
        var had = before.visit();
        var has = it.visit();
        if (has != null) {
          taken.add(has.appointment());
        }
        if (had != null && (has == null || !has.appointment().equals(had.appointment()))) {
          freed.add(had.appointment());
        }
        check(it, "seed %d run %d %s".formatted(seed, run, course));
      }
      assertThat(freed).as("seed %d run %d %s", seed, run, course).doesNotHaveDuplicates();
      assertThat(taken).as("seed %d run %d %s", seed, run, course).containsAll(freed);
      if (it.state() != ReferralState.CLOSED && it.state().ended()) {
        assertThat(Set.copyOf(freed)).as("seed %d run %d %s", seed, run, course).isEqualTo(taken);
      }
      ends.merge(it.state(), 1, Integer::sum);
    }
    System.out.printf("referral histories, seed %d: %d steps, ends %s%n", seed, steps, ends);
    assertThat(ends)
        .containsKeys(
            ReferralState.CLOSED,
            ReferralState.REFUSED,
            ReferralState.WITHDRAWN,
            ReferralState.EXPIRED);
  }

  private static void check(Referral it, String history) {
    assertThat(it.state().ended() || it instanceof Draft)
        .as(history)
        .isEqualTo(ReferralWork.next(it) == null);
    switch (it.state()) {
      case DRAFT, REFUSED, WITHDRAWN, EXPIRED -> assertThat(it.visit()).as(history).isNull();
      case ARRIVED, IN_CARE, FED_BACK, CLOSED -> assertThat(it.visit()).as(history).isNotNull();
      case SENT, RETURNED, ACCEPTED -> {}
    }
    assertThat(it.forwarded() && it.state() != ReferralState.SENT).as(history).isFalse();
  }

  private record Next(String name, Referral after) {}

  private static Next step(Referral it, SplittableRandom random) {
    var all = new ArrayList<Next>();
    if (it instanceof Sendable sendable) {
      var held = sendable.visit();
      all.add(new Next("send", sendable.send(ROUTE, aVisit())));
      if (held != null) {
        all.add(new Next("send-held", sendable.send(ROUTE, held)));
      }
    }
    if (it instanceof Booked booked) {
      all.add(new Next("move", booked.move(aVisit())));
      all.add(new Next("lose", booked.loseVisit()));
    }
    if (it instanceof Withdrawable open && random.nextInt(8) == 0) {
      all.add(new Next("withdraw", open.withdraw()));
      all.add(new Next("expire", open.expire()));
    }
    switch (it) {
      case Sent sent when sent.visit() != null -> {
        all.add(new Next("accept", sent.accept()));
        all.add(new Next("return", sent.giveBack()));
        all.add(new Next("refuse", sent.refuse()));
        all.add(new Next("redirect", sent.redirect(OTHERWISE, aVisit())));
        all.add(new Next("forward", sent.forward()));
        all.add(new Next("advise", sent.backToOffice()));
      }
      case Accepted accepted when accepted.visit() != null ->
          all.add(new Next("arrive", accepted.arrive()));
      case Arrived arrived -> all.add(new Next("take-in", arrived.takeIn()));
      case InCare inCare -> all.add(new Next("feed-back", inCare.feedBack()));
      case FedBack fedBack -> all.add(new Next("close", fedBack.close()));
      default -> {}
    }
    return all.get(random.nextInt(all.size()));
  }

  /// Whoever must act next is of the side that can.
  @Test
  void theNextActionHasAWord() {
    var sent = aSentReferral();
    var arrived = sent.accept().arrive();
    var next =
        Map.<Referral, String>of(
            sent,
            "referral.review",
            sent.forward(),
            "referral.advise",
            sent.loseVisit(),
            "referral.rebook",
            sent.giveBack(),
            "referral.revise",
            sent.accept(),
            "referral.arrive",
            sent.accept().loseVisit(),
            "referral.rebook",
            arrived,
            "referral.take-in",
            arrived.takeIn(),
            "referral.feed-back",
            arrived.takeIn().feedBack(),
            "referral.read");

    next.forEach((it, word) -> assertThat(ReferralWork.next(it)).isEqualTo(word));
    assertThat(List.of(aDraft(), arrived.takeIn().feedBack().close()))
        .allMatch(it -> ReferralWork.next(it) == null);
  }

  static Draft aDraft() {
    return new Draft(
        new Origin(
            ReferralId.next(),
            ResidentId.next(),
            AreaId.of("area"),
            InstitutionId.of("clinic"),
            AccountId.next(),
            1));
  }

  static Sent aSentReferral() {
    return aDraft().send(ROUTE, aVisit());
  }

  private static Visit aVisit() {
    return new Visit(AppointmentId.next(), NOON, NOON.plusSeconds(1800));
  }
}
