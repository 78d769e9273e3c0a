package org.heyi.flow.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.heyi.flow.referral.TestReferrals.clerk;
import static org.heyi.flow.referral.TestReferrals.press;
import static org.heyi.flow.referral.TestReferrals.villageDoctor;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.heyi.AtOnce;
import org.heyi.HeyiTest;
import org.heyi.TestStaff;
import org.heyi.platform.shared.ProblemException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What two can do at once, and what one can do twice.
@HeyiTest
class ReferralRaceTests {

  private static final int ROUNDS = 20;
  private static final int CLAIMS = 40;
  private static final int THREADS = 32;

  @Autowired Referrals referrals;
  @Autowired TestReferrals fixture;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;

  /// 接收, 退回 and 撤回 pressed at once: one happens, the others hear that somebody was first.
  @Test
  void ofAcceptReturnAndWithdrawOneWins() throws Exception {
    var doctor = fixture.clinicTomorrow(1, ROUNDS);
    int attempts = 0;
    int violations = 0;
    for (int round = 0; round < ROUNDS; round++) {
      var id = fixture.sent(doctor);
      var version = fixture.version(id);
      var outcome =
          atOnce(
              List.of(
                  () -> referrals.accept(id, press(version), clerk()),
                  () ->
                      referrals.giveBack(id, TestReferrals.MISSING, "请补充", press(version), clerk()),
                  () -> referrals.withdraw(id, "撤回", press(version), villageDoctor()),
                  () -> referrals.refuse(id, Set.of("duplicate"), "", press(version), clerk())));
      attempts += outcome.attempts();
      violations += outcome.won() == 1 ? 0 : 1;
      violations += outcome.others().stream().allMatch(it -> it.equals("referral.stale")) ? 0 : 1;
      violations += fixture.version(id) == version + 1 ? 0 : 1;
    }
    System.out.printf(
        "referral answers at once: %d attempts, %d rounds, violations %d%n",
        attempts, ROUNDS, violations);
    assertThat(violations).isZero();
  }

  /// 认领 and a colleague's 接收 at once: whoever is second hears of the first. The claim stands in
  /// another table than the row that is locked.
  @Test
  void ofAClaimAndAColleaguesAcceptOneWins() throws Exception {
    var doctor = fixture.clinicTomorrow(1, CLAIMS);
    var colleague = TestStaff.another("referral-clerk", TestReferrals.HOSPITAL);
    int attempts = 0;
    int violations = 0;
    for (int round = 0; round < CLAIMS; round++) {
      var id = fixture.sent(doctor);
      var version = fixture.version(id);
      var outcome =
          atOnce(
              List.of(
                  () -> referrals.claim(id, press(version), clerk()),
                  () -> referrals.accept(id, press(version), colleague)));
      attempts += outcome.attempts();
      violations += outcome.won() == 1 ? 0 : 1;
      violations += outcome.others().stream().allMatch(ReferralRaceTests::saysWhoWasFirst) ? 0 : 1;
    }
    System.out.printf(
        "claim against a colleague's accept: %d attempts, %d rounds, violations %d%n",
        attempts, CLAIMS, violations);
    assertThat(violations).isZero();
  }

  private static boolean saysWhoWasFirst(String refusal) {
    return refusal.equals("referral.claimed-by-other") || refusal.equals("referral.not-allowed");
  }

  /// The same, one step after the other: the accept waits for the claim's commit.
  @Test
  void anAcceptThatWaitedForAClaimSeesIt() throws Exception {
    var id = fixture.sent(fixture.clinicTomorrow(1, 1));
    var version = fixture.version(id);
    var colleague = TestStaff.another("referral-clerk", TestReferrals.HOSPITAL);
    var answer = new ConcurrentLinkedQueue<String>();
    var accept =
        transaction.execute(_ -> {
          referrals.claim(id, press(version), clerk());
          var waiting =
              Thread.ofPlatform()
                  .start(() -> {
                    try {
                      referrals.accept(id, press(version), colleague);
                      answer.add("accepted");
                    } catch (ProblemException refused) {
                      answer.add(refused.problem().code());
                    }
                  });
          untilSomebodyWaits();
          return waiting;
        });
    Objects.requireNonNull(accept).join();

    assertThat(answer).containsExactly("referral.claimed-by-other");
    assertThat(fixture.state(id)).isEqualTo("SENT");
  }

  private void untilSomebodyWaits() {
    var end = Instant.now().plusSeconds(20);
    while (Instant.now().isBefore(end)
        && jdbc.sql("select count(*) from pg_locks where not granted").query(Integer.class).single()
            == 0) {
      Thread.onSpinWait();
    }
  }

  /// One draft sent by 32 threads, each with a key of its own: one referral, one slot.
  @Test
  void oneDraftSentByManyTakesOneSlot() throws Exception {
    var doctor = fixture.clinicTomorrow(1, THREADS);
    var id = fixture.draft();
    var version = fixture.version(id);
    var slot = fixture.free(doctor).getFirst().slot();

    var outcome =
        atOnce(
            java.util.Collections.nCopies(
                THREADS, () -> referrals.send(id, slot, press(version), villageDoctor())));

    int oversold = THREADS - 1 - fixture.left(doctor);
    System.out.printf(
        "one draft sent by many: %d attempts, winners %d, slots too many %d%n",
        outcome.attempts(), outcome.won(), oversold);
    assertThat(outcome.won()).isEqualTo(1);
    assertThat(oversold).isZero();
    assertThat(fixture.booked(id)).isEqualTo(1);
    assertThat(fixture.work(id)).containsExactly("referral.review");
  }

  /// The same press sent by 32 threads: every one gets the answer, one has the effect.
  @Test
  void onePressSentByManyHasOneEffectAndOneAnswer() throws Exception {
    var doctor = fixture.clinicTomorrow(1, THREADS);
    var id = fixture.draft();
    var once = press(fixture.version(id));
    var slot = fixture.free(doctor).getFirst().slot();

    var outcome =
        atOnce(
            java.util.Collections.nCopies(
                THREADS, () -> referrals.send(id, slot, once, villageDoctor())));

    System.out.printf(
        "one press sent by many: %d attempts, answered %d, effects %d%n",
        outcome.attempts(), outcome.won(), fixture.version(id) - once.version());
    assertThat(outcome.won()).isEqualTo(THREADS);
    assertThat(fixture.version(id)).isEqualTo(once.version() + 1);
    assertThat(fixture.left(doctor)).isEqualTo(THREADS - 1);
  }

  /// R04: the answer is lost after the commit, the same press comes again.
  @Test
  void aPressSentAgainAfterALostAnswerHasOneEffect() {
    var doctor = fixture.clinicTomorrow(1, ROUNDS);
    int effects = 0;
    for (int round = 0; round < ROUNDS; round++) {
      var id = fixture.draft();
      var press = press(fixture.version(id));
      var slot = fixture.free(doctor).getFirst().slot();
      referrals.send(id, slot, press, villageDoctor());
      referrals.send(id, slot, press, villageDoctor());
      effects += fixture.version(id) - press.version();
    }
    System.out.printf(
        "lost answers: %d presses sent twice, effects %d, slots taken %d%n",
        ROUNDS, effects, ROUNDS - fixture.left(doctor));
    assertThat(effects).isEqualTo(ROUNDS);
    assertThat(fixture.left(doctor)).isZero();
  }

  /// A crash before the commit leaves nothing, and the same press works afterwards.
  @Test
  void aCrashBeforeTheCommitLeavesNothing() {
    var doctor = fixture.clinicTomorrow(1, 1);
    var id = fixture.draft();
    var press = press(fixture.version(id));
    var slot = fixture.free(doctor).getFirst().slot();

    assertThatThrownBy(() ->
            transaction.executeWithoutResult(_ -> {
              referrals.send(id, slot, press, villageDoctor());
              throw new IllegalStateException("power failed");
            }))
        .hasMessage("power failed");
    assertThat(fixture.state(id)).isEqualTo("DRAFT");
    assertThat(fixture.left(doctor)).isEqualTo(1);

    referrals.send(id, slot, press, villageDoctor());
    assertThat(fixture.state(id)).isEqualTo("SENT");
  }

  /// R05.
  @Test
  void theSameKeyWithOtherContentIsRefused() {
    var id = fixture.sent(fixture.clinicTomorrow(1, 1));
    var press = press(fixture.version(id));
    referrals.giveBack(id, TestReferrals.MISSING, "请补充心电图", press, clerk());

    assertThatThrownBy(() -> referrals.giveBack(id, TestReferrals.MISSING, "请补充血压", press, clerk()))
        .hasMessageContaining("shell.same-key-other-content");
  }

  private record Outcome(int attempts, int won, List<String> others) {}

  private static Outcome atOnce(List<Runnable> presses) throws Exception {
    var others = new ConcurrentLinkedQueue<String>();
    int won =
        AtOnce.yes(
            presses.stream().map(press -> (Callable<Boolean>) () -> wins(press, others)).toList());
    return new Outcome(presses.size(), won, List.copyOf(others));
  }

  private static boolean wins(Runnable press, Collection<String> others) {
    try {
      press.run();
      return true;
    } catch (ProblemException refused) {
      others.add(refused.problem().code());
    } catch (RuntimeException bug) {
      others.add(bug.toString());
    }
    return false;
  }

  @Test
  void keysBelongToTheAccountThatPressed() {
    var id = fixture.sent(fixture.clinicTomorrow(1, 1));
    var key = UUID.randomUUID();
    var version = fixture.version(id);
    referrals.accept(id, Press.of(key, version), clerk());

    assertThatThrownBy(() -> referrals.withdraw(id, "撤回", Press.of(key, version), villageDoctor()))
        .hasMessageContaining("referral.stale");
  }
}
