package org.heyi.flow.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heyi.flow.referral.TestReferrals.HOSPITAL;
import static org.heyi.flow.referral.TestReferrals.clerk;
import static org.heyi.flow.referral.TestReferrals.press;
import static org.heyi.flow.referral.TestReferrals.villageDoctor;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.heyi.AtOnce;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.flow.capacity.FreeSlot;
import org.heyi.flow.capacity.SlotId;
import org.heyi.platform.shared.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// 改转 against what else can happen to a referral, while somebody looks on all the time.
@HeyiTest
class RedirectRaceTests {

  private static final int ROUNDS = 20;
  private static final LocalTime EIGHT = LocalTime.of(8, 0);

  @Autowired Referrals referrals;
  @Autowired Redirects redirects;
  @Autowired TestReferrals fixture;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void today() {
    clock.set(MovableClock.START);
  }

  @Test
  void ofRedirectsAcceptAndWithdrawOneWinsAndTheResidentKeepsOneTime() throws Exception {
    var doctor = fixture.clinicTomorrow(1, ROUNDS);
    var there = there(ROUNDS);
    int attempts = 0;
    int violations = 0;
    int redirected = 0;
    int looks = 0;
    int live = 0;
    for (int round = 0; round < ROUNDS; round++) {
      var id = fixture.sent(doctor);
      var version = fixture.version(id);
      var slot = times(there).getFirst().slot();
      var others = new ConcurrentLinkedQueue<String>();
      var watch = new Watch(id);
      var watcher = Thread.ofPlatform().start(watch);
      int won =
          AtOnce.yes(
              List.of(
                  answered(() -> redirect(id, slot, version), others),
                  answered(() -> redirect(id, slot, version), others),
                  answered(() -> referrals.accept(id, press(version), clerk()), others),
                  answered(
                      () -> referrals.withdraw(id, "撤回", press(version), villageDoctor()),
                      others)));
      watch.over.set(true);
      watcher.join();
      attempts += 4;
      looks += watch.looks.get();
      violations += watch.violations.get();
      violations += won == 1 ? 0 : 1;
      violations += others.stream().allMatch("referral.stale"::equals) ? 0 : 1;
      violations += fixture.version(id) == version + 1 ? 0 : 1;
      live += fixture.booked(id);
      redirected += fixture.visit(id).department().equals(RedirectTests.THERE) ? 1 : 0;
    }
    int free = fixture.left(doctor) + times(there).stream().mapToInt(FreeSlot::left).sum();
    int lost = 2 * ROUNDS - live - free;
    System.out.printf(
        "redirect, accept, withdraw at once: %d attempts, %d redirected, %d looks meanwhile, slots"
            + " lost or oversold %d, violations %d%n",
        attempts, redirected, looks, lost, violations);
    assertThat(violations).isZero();
    assertThat(lost).isZero();
    assertThat(looks).isPositive();
  }

  /// As many referrals as rounds want the last places of a clinic: who comes too late keeps the old
  /// time.
  @Test
  void whoFindsThePlacesGoneKeepsTheOldTime() throws Exception {
    int places = ROUNDS / 4;
    var doctor = fixture.clinicTomorrow(1, ROUNDS);
    var there = there(places);
    var slot = times(there).getFirst().slot();
    var ids = new ArrayList<ReferralId>();
    for (int i = 0; i < ROUNDS; i++) {
      ids.add(fixture.sent(doctor));
    }
    var others = new ConcurrentLinkedQueue<String>();

    int won =
        AtOnce.yes(
            ids.stream()
                .map(id -> answered(() -> redirect(id, slot, fixture.version(id)), others))
                .toList());

    long without = ids.stream().filter(id -> fixture.booked(id) != 1).count();
    int freed = fixture.left(doctor);
    System.out.printf(
        "redirects to the last places: %d attempts, %d places, %d won, freed %d, without a time"
            + " %d%n",
        ids.size(), places, won, freed, without);
    assertThat(won).isEqualTo(places);
    assertThat(others).allMatch("capacity.slot-taken"::equals);
    assertThat(without).isZero();
    assertThat(freed).isEqualTo(places);
  }

  private String there(int places) {
    return fixture.clinicTomorrow(HOSPITAL, RedirectTests.THERE, EIGHT, 1, places, places);
  }

  private List<FreeSlot> times(String doctor) {
    return fixture.free(HOSPITAL, RedirectTests.THERE, doctor, villageDoctor());
  }

  private void redirect(ReferralId id, SlotId slot, int version) {
    redirects.redirect(id, slot, "改转", press(version), clerk());
  }

  private static Callable<Boolean> answered(Runnable press, ConcurrentLinkedQueue<String> others) {
    return () -> {
      try {
        press.run();
        return true;
      } catch (ProblemException refused) {
        others.add(refused.problem().code());
      } catch (RuntimeException bug) {
        others.add(bug.toString());
      }
      return false;
    };
  }

  /// One look is one statement, so it sees one moment: an open referral has one time, one owner and
  /// is where its time is; an ended one has none of them.
  private final class Watch implements Runnable {

    private final ReferralId id;
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger violations = new AtomicInteger();

    private Watch(ReferralId id) {
      this.id = id;
    }

    @Override
    public void run() {
      do {
        looks.incrementAndGet();
        violations.addAndGet(right() ? 0 : 1);
      } while (!over.get());
    }

    private boolean right() {
      return jdbc.sql(
              """
              select count(a.id) = case when r.state in ('SENT', 'ACCEPTED') then 1 else 0 end
                     and count(w.kind) = case when r.state in ('SENT', 'ACCEPTED') then 1 else 0 end
                     and coalesce(bool_and(a.hospital = r.receiver
                                           and a.department = r.department), true)
                from referral.referral r
                left join capacity.card_appointment a
                  on a.purpose_kind = 'referral' and a.purpose_id = r.id::text
                 and a.status = 'booked'
                left join work.card_item w
                  on w.subject_kind = 'referral' and w.subject_id = r.id::text
               where r.id = :id group by r.id
              """)
          .param("id", id.value())
          .query(Boolean.class)
          .single();
    }
  }
}
