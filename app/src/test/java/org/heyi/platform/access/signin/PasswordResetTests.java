package org.heyi.platform.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.heyi.AtOnce;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.Satisfies;
import org.heyi.TestBrowser;
import org.heyi.TestStaff;
import org.heyi.platform.access.Accounts;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Staff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// The security administrator gives a new password without e-mail, sees who is signed in, and ends
/// sessions.
@HeyiTest
class PasswordResetTests {

  private static final String CLINIC = "reset-clinic";
  private static final PageQuery ALL = new PageQuery(1, 200, "", false);

  @Autowired Accounts accounts;
  @Autowired SignInWatch watch;
  @Autowired SignIns signIns;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvcTester http;

  Staff security;
  Staff doctor;

  @BeforeEach
  void people() {
    security = TestStaff.with("security-admin", "reset-commission");
    doctor = TestStaff.another("village-doctor", CLINIC);
  }

  @Test
  @Satisfies("PLT-08")
  void aNewPasswordEndsTheSessionsAndMustBeChanged() {
    var login = TestStaff.login(doctor);
    var before = browser(login, TestStaff.PASSWORD, "/");

    var given = accounts.resetPassword(doctor.account(), 0, UUID.randomUUID(), security);

    assertThat(before.get("/").getResponse().getRedirectedUrl()).startsWith("/sign-in");
    assertThat(new TestBrowser(http).signIn(login, TestStaff.PASSWORD))
        .hasRedirectedUrl("/sign-in?said=wrong");
    var after = browser(login, given, "/");
    assertThat(after.get("/")).hasRedirectedUrl("/account/password");
    after.get("/account/password");
    assertThat(
            after.post(
                "/account/password",
                Map.of(
                    "present", given,
                    "wanted", "Quiet-river-9-stones",
                    "again", "Quiet-river-9-stones")))
        .hasRedirectedUrl("/");
    assertThat(after.get("/")).hasStatusOk();
  }

  @Test
  void aGivenPasswordThatNobodyUsedRunsOut() {
    var given = accounts.resetPassword(doctor.account(), 0, UUID.randomUUID(), security);
    clock.advance(Duration.ofHours(73));

    assertThat(new TestBrowser(http).signIn(TestStaff.login(doctor), given))
        .hasRedirectedUrl("/sign-in?said=expired");
  }

  @Test
  void nobodyGivesThemselvesOrStrangersANewPassword() {
    var stranger = TestStaff.with("security-admin", "resetelsewhere-commission");
    assertThatThrownBy(
            () -> accounts.resetPassword(security.account(), 0, UUID.randomUUID(), security))
        .hasMessageStartingWith("access.not-on-yourself");
    assertThatThrownBy(
            () -> accounts.resetPassword(doctor.account(), 0, UUID.randomUUID(), stranger))
        .hasMessageStartingWith("access.account-not-found");
    for (var role : List.of("system-admin", "audit-admin", "village-doctor", "institution-head")) {
      var other = TestStaff.with(role, "reset-commission");
      assertThatThrownBy(
              () -> accounts.resetPassword(doctor.account(), 0, UUID.randomUUID(), other))
          .as(role)
          .hasMessageStartingWith("access.not-your-duty");
    }
  }

  @Test
  @Satisfies("PLT-08")
  void theSecurityAdministratorSeesSessionsEndsThemAndReadsTheLog() {
    var browser = browser(TestStaff.login(doctor), TestStaff.PASSWORD, "/");
    new TestBrowser(http).signIn(TestStaff.login(doctor), "wrong");
    var session =
        watch.sessions(ALL, security).rows().stream()
            .filter(it -> it.account().equals(doctor.account()))
            .findFirst()
            .orElseThrow();
    var admin = browser(TestStaff.login(security), TestStaff.PASSWORD, "/");

    assertThat(TestBrowser.text(admin.get("/sessions?size=200"))).contains(session.id().toString());
    assertThat(
            admin.post(
                "/sessions/" + session.id() + "/end", Map.of("key", UUID.randomUUID().toString())))
        .hasRedirectedUrl("/sessions");

    assertThat(browser.get("/").getResponse().getRedirectedUrl()).startsWith("/sign-in");
    assertThat(watch.log("", ALL, security).rows())
        .filteredOn(it -> doctor.account().equals(it.account()))
        .extracting(SignInView::outcome)
        .containsExactlyInAnyOrder(Outcome.SIGNED_IN, Outcome.WRONG);
    assertThat(TestBrowser.text(admin.get("/sign-ins?outcome=WRONG&size=200")))
        .contains(TestStaff.login(doctor));
  }

  /// Comparing a password takes long; a new one may be given meanwhile. Whoever knew the old one is
  /// out when both are done.
  @Test
  void whoSignsInWhileANewPasswordIsGivenIsOut() throws Exception {
    int rounds = 12;
    int each = 6;
    int in = 0;
    long violations = 0;
    for (int round = 0; round < rounds; round++) {
      var target = TestStaff.another("village-doctor", CLINIC);
      var login = TestStaff.login(target);
      var presses = new ArrayList<Callable<Boolean>>();
      for (int i = 0; i < each; i++) {
        var address = "10.7." + round + "." + i;
        presses.add(() -> signsIn(login, address));
      }
      presses.add(() -> {
        accounts.resetPassword(target.account(), 0, UUID.randomUUID(), security);
        return false;
      });
      in += AtOnce.yes(presses);
      violations +=
          jdbc.sql("select count(*) from access.session where account = :id and ended_at is null")
              .param("id", target.account().value())
              .query(Long.class)
              .single();
    }
    System.out.printf(
        "password reset: %d sign-ins during %d resets, %d let in before, violations %d%n",
        rounds * each, rounds, in, violations);
    assertThat(violations).isZero();
  }

  private boolean signsIn(String login, String address) {
    try {
      signIns.judge(login, TestStaff.PASSWORD, new Caller(address, "test"));
      return true;
    } catch (SignInRefused refused) {
      return false;
    }
  }

  private TestBrowser browser(String login, String password, String leads) {
    var browser = new TestBrowser(http);
    assertThat(browser.signIn(login, password)).hasRedirectedUrl(leads);
    return browser;
  }
}
