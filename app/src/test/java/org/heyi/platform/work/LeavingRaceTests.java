package org.heyi.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.heyi.AtOnce;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.TestStaff;
import org.heyi.platform.access.Departures;
import org.heyi.platform.access.TestDepartures;
import org.heyi.platform.access.leaving.DutyAt;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.PostId;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Whatever happens at once or one after another, no open work stays with somebody who is gone.
@HeyiTest
class LeavingRaceTests {

  private static final String KIND = "referral.review";
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @Autowired Work work;
  @Autowired Departures departures;
  @Autowired TestDepartures clockwork;
  @Autowired TestWork items;
  @Autowired MovableClock clock;

  Staff system;

  @BeforeEach
  void administrator() {
    system = TestStaff.with("system-admin", "leavingrace-commission");
  }

  @Test
  void whoLeavesWhileTakingAndBeingGivenWorkKeepsNone() throws Exception {
    var office = "leavingrace-office";
    var colleague = TestStaff.with("referral-clerk", office);
    int rounds = 30;
    var won = new AtomicInteger();
    var refused = new AtomicInteger();
    long violations = 0;
    for (int round = 0; round < rounds; round++) {
      var leaver = TestStaff.another("referral-clerk", office);
      var to = new DutyAt(leaver.institution(), KIND);
      var presses = new ArrayList<Callable<Void>>();
      for (int i = 0; i < 6; i++) {
        var subject = items.free(leaver);
        presses.add(() -> tried(() -> work.claim(subject, KIND, leaver), won, refused));
        presses.add(() -> tried(() -> items.given(leaver), won, refused));
      }
      var close =
          (Callable<Void>)
              () -> {
                departures.close(leaver.account(), 0, Map.of(to, colleague.account()), system);
                return null;
              };
      presses.add(presses.size() / 2, close);
      AtOnce.all(presses);
      violations += items.stranded(office, TODAY);
    }
    System.out.printf(
        "leaving: %d accounts closed while %d pieces of work were taken or given (%d done, %d"
            + " refused), violations %d%n",
        rounds, rounds * 12, won.get(), refused.get(), violations);
    assertThat(won.get()).isPositive();
    assertThat(violations).isZero();
  }

  private static Void tried(Runnable press, AtomicInteger won, AtomicInteger refused) {
    try {
      press.run();
      won.incrementAndGet();
    } catch (ProblemException e) {
      assertThat(e).hasMessageStartingWith("work.changed");
      refused.incrementAndGet();
    }
    return null;
  }

  /// Each names the other as the one who takes on: one of them is refused, nobody waits for ever.
  @Test
  void twoWhoLeaveToEachOtherDoNotWaitInACircle() throws Exception {
    var office = "leavingrace-pair";
    var third = TestStaff.with("referral-clerk", office);
    int rounds = 20;
    var closed = new AtomicInteger();
    var refused = new AtomicInteger();
    for (int round = 0; round < rounds; round++) {
      var one = TestStaff.another("referral-clerk", office);
      var two = TestStaff.another("referral-clerk", office);
      var had = List.of(items.claimed(one), items.claimed(two));
      AtOnce.all(
          List.of(() -> leave(one, two, closed, refused), () -> leave(two, one, closed, refused)));
      assertThat(had).allSatisfy(it -> assertThat(items.holder(it)).isNotEqualTo(third.account()));
    }
    long violations = items.stranded(office, TODAY) + Math.abs(rounds - closed.get());
    System.out.printf(
        "leaving: %d attempts to hand over to each other, %d closed, %d refused, violations %d%n",
        2 * rounds, closed.get(), refused.get(), violations);
    assertThat(violations).isZero();
  }

  private Void leave(Staff leaver, Staff to, AtomicInteger closed, AtomicInteger refused) {
    try {
      var needed = new DutyAt(leaver.institution(), KIND);
      departures.close(leaver.account(), 0, Map.of(needed, to.account()), system);
      closed.incrementAndGet();
    } catch (ProblemException e) {
      assertThat(e).hasMessageStartingWith("access.successor-not-possible");
      refused.incrementAndGet();
    }
    return null;
  }

  /// Eight nodes look at the end of the same posts.
  @Test
  void aPostThatEndsHandsOverOnceOnManyNodes() throws Exception {
    var office = "leavingrace-nodes";
    var subjects = new ArrayList<Subject>();
    for (int i = 0; i < 20; i++) {
      var leaver = TestStaff.another("referral-clerk", office);
      subjects.add(items.claimed(leaver));
      departures.end(leaver.account(), leaver.post(), TODAY.plusDays(1), Map.of(), system);
    }
    clock.advance(Duration.ofDays(1));
    var looks = new ArrayList<Callable<Void>>();
    for (int node = 0; node < 8; node++) {
      looks.add(() -> {
        clockwork.run();
        return null;
      });
    }
    AtOnce.all(looks);

    long violations =
        items.stranded(office, TODAY.plusDays(1))
            + subjects.stream()
                .filter(it ->
                    work.trail(it).stream()
                            .filter(step -> step.what() == WorkStep.What.HANDED_OVER)
                            .count()
                        != 1)
                .count();
    System.out.printf(
        "leaving: %d posts ended by the clock on 8 nodes, violations %d%n",
        subjects.size(), violations);
    assertThat(violations).isZero();
  }

  /// Random histories of an office: work comes and goes, people come, change posts and leave.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void noHistoryStrandsWork(long seed) {
    var history = new History(seed);
    for (int step = 0; step < 80; step++) {
      history.step();
      assertThat(items.stranded(history.office, history.today()))
          .as("seed %d step %d: %s", seed, step, history.last)
          .isZero();
    }
    System.out.printf(
        "leaving: history %d, %d steps done, %d refused, %d people gone, none left work behind%n",
        seed, history.done, history.refused, history.gone);
    assertThat(history.gone).isPositive();
  }

  private final class History {

    private final SplittableRandom random;
    private final String office;
    private final List<Staff> people = new ArrayList<>();
    private final List<Subject> subjects = new ArrayList<>();
    private String last = "";
    private int done;
    private int refused;
    private int gone;

    private History(long seed) {
      random = new SplittableRandom(seed);
      office = "leavingrace-history" + seed;
      for (int i = 0; i < 4; i++) {
        people.add(TestStaff.another("referral-clerk", office));
      }
    }

    private LocalDate today() {
      return LocalDate.ofInstant(clock.instant(), Moments.CHINA);
    }

    private Staff somebody() {
      return people.get(random.nextInt(people.size()));
    }

    private Subject something(Staff who) {
      if (subjects.isEmpty() || random.nextInt(3) == 0) {
        subjects.add(items.free(who));
      }
      return subjects.get(random.nextInt(subjects.size()));
    }

    private void step() {
      var who = somebody();
      try {
        switch (random.nextInt(10)) {
          case 0, 1, 2 -> run("claim", () -> work.claim(something(who), KIND, who));
          case 3 -> run("give", () -> subjects.add(items.given(who)));
          case 4 -> run("release", () -> work.release(something(who), KIND, who));
          case 5 -> run("end", () -> end(who.account(), who.post(), random.nextInt(3)));
          case 6 -> run("second post", () -> second(who));
          case 7 ->
              run(
                  "hand over",
                  () -> departures.handOver(who.account(), version(who), heirs(), system));
          case 8 -> run("close", () -> close(who));
          default ->
              run(
                  "next day",
                  () -> {
                    clock.advance(Duration.ofDays(1));
                    clockwork.run();
                  });
        }
        done++;
      } catch (ProblemException e) {
        refused++;
      }
    }

    private void run(String what, Runnable step) {
      last = what;
      step.run();
    }

    private void second(Staff who) {
      var post = clockwork.give(who, "referral-clerk", office, "ward-" + random.nextInt(1_000));
      if (random.nextBoolean()) {
        end(who.account(), post, 1 + random.nextInt(2));
      }
    }

    private void end(AccountId account, PostId post, int days) {
      departures.end(account, post, today().plusDays(days), heirs(), system);
      people.add(TestStaff.another("referral-clerk", office));
    }

    private void close(Staff who) {
      departures.close(who.account(), version(who), heirs(), system);
      gone++;
      people.add(TestStaff.another("referral-clerk", office));
    }

    private int version(Staff who) {
      return clockwork.version(who.account());
    }

    private Map<DutyAt, AccountId> heirs() {
      return random.nextBoolean()
          ? Map.of()
          : Map.of(new DutyAt(InstitutionId.of(office), KIND), somebody().account());
    }
  }
}
