package org.heyi.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.heyi.AtOnce;
import org.heyi.HeyiTest;
import org.heyi.TestStaff;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Period;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.Staff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Two administrators at one account: what one decides about is what the other has left.
@HeyiTest
class AccountRaceTests {

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  /// Lies in both areas, so both administrators have the people who work there alone.
  private static final InstitutionId SHARED = InstitutionId.of("herearea-clinic");

  private static final InstitutionId THERE = InstitutionId.of("therearea-hospital");

  @Autowired Accounts accounts;
  @Autowired Departures departures;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;

  Staff system;
  Staff security;
  Staff systemThere;

  @BeforeEach
  void twoAreasWithOneClinicInCommon() {
    system = TestStaff.with("system-admin", "herearea-commission");
    security = TestStaff.with("security-admin", "herearea-commission");
    systemThere = TestStaff.with("system-admin", "therearea-commission");
    TestStaff.with("physician", SHARED.value());
    TestStaff.with("physician", THERE.value());
    jdbc.sql(
            """
            insert into access.reach_place (area, institution, scope, ancestor, from_date)
            values ('test', :shared, 'AREA', 'therearea', '2020-01-01')
            on conflict do nothing
            """)
        .param("shared", SHARED.value())
        .update();
  }

  /// A command on the whole account, with the version that its administrator saw.
  private interface Command {
    void run(AccountId account);
  }

  /// The other area takes the person on while one's own administrator looks at the form: from the
  /// commit on they are no longer one's own to lock, to close, or to give a password.
  @Test
  void aPostGivenElsewhereIsSeenByWhoeverChangesTheAccountNext() throws Exception {
    Command reset = it -> accounts.resetPassword(it, 0, UUID.randomUUID(), security);
    Command lock = it -> accounts.lock(it, 0, security);
    Command close = it -> departures.close(it, 0, Map.of(), system);
    int attempts = 0;
    int violations = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < 10; round++) {
        for (var command : new Command[] {reset, lock, close}) {
          attempts++;
          var account = open();
          var given = new CountDownLatch(1);
          var commit = new CountDownLatch(1);
          var giving = threads.submit(() -> giveThere(account, given, commit));
          given.await();
          var changing = threads.submit(() -> command.run(account));
          var waited = isWaiting(changing);
          commit.countDown();
          giving.get(30, TimeUnit.SECONDS);
          violations += waited && refused(changing) ? 0 : 1;
        }
      }
    }
    System.out.printf(
        "accounts: %d changes while a post is given elsewhere, violations %d%n",
        attempts, violations);
    assertThat(violations).isZero();
  }

  private void giveThere(AccountId account, CountDownLatch given, CountDownLatch commit) {
    new TransactionTemplate(transactions)
        .executeWithoutResult(_ -> {
          accounts.give(
              account,
              new GivePost("physician", THERE, null, new Period(TODAY, null)),
              systemThere);
          given.countDown();
          await(commit);
        });
  }

  private static boolean isWaiting(Future<?> change) throws Exception {
    try {
      change.get(100, TimeUnit.MILLISECONDS);
      return false;
    } catch (TimeoutException waits) {
      return true;
    } catch (ExecutionException refused) {
      return false;
    }
  }

  private static boolean refused(Future<?> change) throws Exception {
    try {
      change.get(30, TimeUnit.SECONDS);
      return false;
    } catch (ExecutionException e) {
      assertThat(e.getCause())
          .isInstanceOf(ProblemException.class)
          .hasMessageStartingWith("access.outside-your-reach");
      return true;
    }
  }

  /// Whoever presses first has it; the others are told that it is done.
  @Test
  void ofManyWhoCloseAtOnceOneCloses() throws Exception {
    int rivals = 8;
    int rounds = 10;
    int violations = 0;
    for (int round = 0; round < rounds; round++) {
      var account = open();
      int closed = AtOnce.yes(Collections.nCopies(rivals, () -> closes(account)));
      violations += closed == 1 ? 0 : 1;
    }
    System.out.printf(
        "accounts: %d attempts to close %d accounts, violations %d%n",
        rivals * rounds, rounds, violations);
    assertThat(violations).isZero();
  }

  private boolean closes(AccountId account) {
    try {
      departures.close(account, 0, Map.of(), system);
      return true;
    } catch (ProblemException refused) {
      assertThat(refused).hasMessageStartingWith("access.is-closed");
      return false;
    }
  }

  private AccountId open() {
    return accounts
        .open(
            new OpenAccount(
                "race" + COUNT.incrementAndGet(),
                "赵 强",
                "13812345678",
                "physician",
                SHARED,
                null,
                TODAY),
            system)
        .account();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
