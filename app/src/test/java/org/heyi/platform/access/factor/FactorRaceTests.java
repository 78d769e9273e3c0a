package org.heyi.platform.access.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.heyi.AtOnce;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.TestPhone;
import org.heyi.TestStaff;
import org.heyi.platform.access.signin.Caller;
import org.heyi.platform.access.signin.Sessions;
import org.heyi.platform.access.signin.SignIns;
import org.heyi.platform.access.signin.Standing;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.Staff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A second factor that is switched on by many at once, or while others sign in.
@HeyiTest
class FactorRaceTests {

  private static final int ROUNDS = 10;
  private static final Caller CALLER = new Caller("10.3.1.1", "test");

  @Autowired SecondFactors factors;
  @Autowired SignIns signIns;
  @Autowired Sessions sessions;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;

  private static Staff doctor() {
    return TestStaff.another("village-doctor", "factor-race-clinic");
  }

  private Standing signedIn(Staff staff) {
    var who = sessions.begin(staff.account(), staff.post(), CALLER);
    return sessions.standing(who).orElseThrow();
  }

  private String scan(Standing me) {
    factors.begin(me, TestStaff.PASSWORD, CALLER);
    var secret = factors.settingUp(me).orElseThrow();
    return new TestPhone(secret.base32()).code(clock.instant());
  }

  @Test
  void ofManyPressesOneSwitchesOn() throws Exception {
    int pressed = 0;
    int switched = 0;
    for (int round = 0; round < ROUNDS; round++) {
      var staff = doctor();
      var me = signedIn(staff);
      var code = scan(me);
      var presses = new ArrayList<Callable<Boolean>>();
      for (int i = 0; i < 16; i++) {
        presses.add(() -> confirm(me, code));
      }
      var answers = AtOnce.all(presses);
      pressed += answers.size();
      switched += (int) answers.stream().filter(it -> it).count();
      assertThat(codesOf(staff)).isEqualTo(10);
    }
    System.out.printf(
        "second factors: %d presses at once, %d switched on, violations %d%n",
        pressed, switched, switched - ROUNDS);
    assertThat(switched).isEqualTo(ROUNDS);
  }

  /// Whoever signs in while the second factor is switched on is either out again, or was asked for
  /// a code: nobody is in with the password alone, but who switched it on.
  @Test
  void nobodyIsLeftInWithThePasswordAlone() throws Exception {
    int signIns = 0;
    int left = 0;
    for (int round = 0; round < 2 * ROUNDS; round++) {
      var staff = doctor();
      var me = signedIn(staff);
      var code = scan(me);
      var login = TestStaff.login(staff);
      var all = new ArrayList<Callable<Boolean>>();
      all.add(() -> confirm(me, code));
      for (int i = 0; i < 4; i++) {
        all.add(() -> signIn(login));
      }
      var answers = AtOnce.all(all);
      assertThat(answers.getFirst()).isTrue();
      signIns += (int) answers.stream().skip(1).filter(it -> it).count();
      left += inWithoutCode(staff) - 1;
    }
    System.out.printf(
        "second factors: %d sign-ins while one was switched on, violations %d%n", signIns, left);
    assertThat(signIns).isPositive();
    assertThat(left).isZero();
  }

  private boolean confirm(Standing me, String code) {
    try {
      factors.confirm(me, code);
      return true;
    } catch (ProblemException refused) {
      assertThat(refused).hasMessageStartingWith("factor.set-up-is-over");
      return false;
    }
  }

  private boolean signIn(String login) {
    signIns.judge(login, TestStaff.PASSWORD, CALLER);
    return true;
  }

  private int inWithoutCode(Staff staff) {
    return jdbc.sql(
            """
            select count(*) from access.session
             where account = :account and ended_at is null and not code_due
            """)
        .param("account", staff.account().value())
        .query(Integer.class)
        .single();
  }

  private int codesOf(Staff staff) {
    return jdbc.sql("select count(*) from access.recovery_code where account = :account")
        .param("account", staff.account().value())
        .query(Integer.class)
        .single();
  }
}
