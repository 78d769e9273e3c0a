package org.heyi.platform.access.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.heyi.AtOnce;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.TestStaff;
import org.heyi.platform.access.signin.Caller;
import org.heyi.platform.access.signin.Halfway;
import org.heyi.platform.access.signin.Sessions;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.Staff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Many at once with the same code, and many guesses at once.
@HeyiTest
class CodeRaceTests {

  private static final int ROUNDS = 10;
  private static final int AT_ONCE = 32;

  @Autowired Proof proof;
  @Autowired SecondFactors factors;
  @Autowired Sessions sessions;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;

  private Staff doctor() {
    return TestStaff.another("village-doctor", "factor-race-clinic");
  }

  private Halfway halfway(Staff staff) {
    var who = sessions.begin(staff.account(), staff.post(), new Caller("127.0.0.1", "test"));
    return (Halfway) sessions.presence(who).orElseThrow();
  }

  @Test
  void ofManyWithTheSameCodeOneIsAccepted() throws Exception {
    var staff = doctor();
    var phone = TestStaff.givePhone(staff);
    var who = halfway(staff);
    int accepted = 0;
    for (int round = 0; round < ROUNDS; round++) {
      clock.advance(Duration.ofSeconds(30));
      var code = phone.code(clock.instant());
      accepted += count(AtOnce.times(AT_ONCE, _ -> () -> proof.accept(who, code)));
    }
    say("the same code", accepted);
    assertThat(accepted).isEqualTo(ROUNDS);
  }

  @Test
  void ofManyWithTheSameRecoveryCodeOneIsAccepted() throws Exception {
    var staff = doctor();
    TestStaff.givePhone(staff);
    var who = halfway(staff);
    var codes = RecoveryCodes.make(ROUNDS, new SecureRandom());
    codes.forEach(it ->
        jdbc.sql("insert into access.recovery_code (account, hash) values (:account, :hash)")
            .param("account", staff.account().value())
            .param("hash", RecoveryCodes.hash(staff.account(), it))
            .update());
    int accepted = 0;
    for (var code : codes) {
      accepted +=
          count(AtOnce.times(AT_ONCE, _ -> () -> proof.accept(who, RecoveryCodes.spelt(code))));
    }
    say("the same recovery code", accepted);
    assertThat(accepted).isEqualTo(ROUNDS);
    assertThat(proof.accept(halfway(withPhone()), codes.getFirst())).isFalse();
  }

  /// Each in a session of its own, counters and all.
  @Test
  void ofManySessionsThatAskToBeLetInWithOneCodeOneIs() throws Exception {
    int let = 0;
    for (int round = 0; round < ROUNDS; round++) {
      var staff = doctor();
      var code = TestStaff.givePhone(staff).code(clock.instant());
      var sessions = new ArrayList<Halfway>();
      for (int i = 0; i < AT_ONCE; i++) {
        sessions.add(halfway(staff));
      }
      AtOnce.times(AT_ONCE, i -> () -> enter(sessions.get(i), code, "10.2.1." + i));
      let += whole(staff);
    }
    say("one code in many sessions", let);
    assertThat(let).isEqualTo(ROUNDS);
  }

  @Test
  void ofManyGuessesAtOnceNoMoreThanAllowedAreJudged() throws Exception {
    var who = halfway(withPhone());
    int tries = 64;
    AtOnce.times(tries, i -> () -> enter(who, "%06d".formatted(i), "10.2.2." + i));

    int judged = outcomes(who, "WRONG_CODE");
    System.out.printf(
        "guessing codes: %d attempts at once, %d judged, allowed 5, violations %d%n",
        tries, judged, Math.max(0, judged - 5));
    assertThat(judged).isEqualTo(5);
    assertThat(outcomes(who, "TOO_MANY")).isEqualTo(tries - 5);
  }

  @Test
  void oneAddressGuessesAtFiftyAccountsAndNoMore() throws Exception {
    int tries = 70;
    var people = new ArrayList<Halfway>();
    for (int i = 0; i < tries; i++) {
      people.add(halfway(withPhone()));
    }
    AtOnce.times(tries, i -> () -> enter(people.get(i), "000000", "10.2.3.4"));

    int judged = people.stream().mapToInt(it -> outcomes(it, "WRONG_CODE")).sum();
    System.out.printf(
        "guessing codes: %d accounts from one address, %d judged, allowed 50, violations %d%n",
        tries, judged, Math.max(0, judged - 50));
    assertThat(judged).isEqualTo(50);
  }

  private Staff withPhone() {
    var staff = doctor();
    TestStaff.givePhone(staff);
    return staff;
  }

  private boolean enter(Halfway who, String code, String address) {
    try {
      factors.enter(who, code, new Caller(address, "test"));
      return true;
    } catch (ProblemException refused) {
      return false;
    }
  }

  private int whole(Staff staff) {
    return jdbc.sql(
            """
            select count(*) from access.session where account = :account and not code_due
            """)
        .param("account", staff.account().value())
        .query(Integer.class)
        .single();
  }

  private int outcomes(Halfway who, String outcome) {
    return jdbc.sql(
            "select count(*) from access.sign_in where account = :account and outcome = :outcome")
        .param("account", who.account().value())
        .param("outcome", outcome)
        .query(Integer.class)
        .single();
  }

  private static void say(String what, int accepted) {
    System.out.printf(
        "codes: %d times %d at once with %s, %d accepted, violations %d%n",
        ROUNDS, AT_ONCE, what, accepted, accepted - ROUNDS);
  }

  private static int count(List<Boolean> accepted) {
    return (int) accepted.stream().filter(it -> it).count();
  }
}
