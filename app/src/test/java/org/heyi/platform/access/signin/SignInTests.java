package org.heyi.platform.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.heyi.AtOnce;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.Satisfies;
import org.heyi.TestBrowser;
import org.heyi.TestStaff;
import org.heyi.platform.shared.Staff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Signing in and out through the pages, and what ends a session.
@HeyiTest
class SignInTests {

  private static final String CLINIC = "signin-clinic";

  @Autowired MockMvcTester http;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired SignIns signIns;

  Staff doctor() {
    return TestStaff.another("village-doctor", CLINIC);
  }

  TestBrowser browser() {
    return new TestBrowser(http);
  }

  TestBrowser signedIn(Staff staff) {
    var browser = browser();
    assertThat(browser.signIn(TestStaff.login(staff), TestStaff.PASSWORD)).hasRedirectedUrl("/");
    return browser;
  }

  @Test
  @Satisfies("PLT-01")
  void oneAccountOpensTheHouseWhateverTheMember() {
    for (var institution : List.of("signin-county-hospital", CLINIC)) {
      var browser = signedIn(TestStaff.another("family-doctor", institution));
      assertThat(browser.get("/")).hasStatusOk();
      assertThat(TestBrowser.text(browser.get("/account"))).contains(institution);
    }
  }

  @Test
  void theCookieChangesOnSigningInAndIsOutOfReachOfScripts() {
    var browser = browser();
    browser.get("/sign-in");
    var before = browser.cookie("heyi-session");

    var answer = browser.signIn(TestStaff.login(doctor()), TestStaff.PASSWORD);

    assertThat(browser.cookie("heyi-session")).isNotEqualTo(before);
    assertThat(answer.getResponse().getHeaders("Set-Cookie"))
        .filteredOn(it -> it.startsWith("heyi-session="))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it).contains("HttpOnly").contains("SameSite=Lax"));
  }

  @Test
  void aWrongPasswordAndANameNobodyHasLookTheSame() {
    var known = browser().signIn(TestStaff.login(doctor()), "wrong");
    var unknown = browser().signIn("nobody-has-this", "wrong");

    assertThat(known).hasRedirectedUrl("/sign-in?said=wrong");
    assertThat(unknown).hasRedirectedUrl("/sign-in?said=wrong");
  }

  @Test
  void afterFiveFailuresEvenTheRightPasswordRests() {
    for (var login : List.of(TestStaff.login(doctor()), "nobody-has-that")) {
      for (int i = 0; i < 5; i++) {
        assertThat(browser().signIn(login, "wrong")).hasRedirectedUrl("/sign-in?said=wrong");
      }
      assertThat(browser().signIn(login, TestStaff.PASSWORD))
          .as(login)
          .hasRedirectedUrl("/sign-in?said=too-many");
    }
  }

  @Test
  void theRestEndsByItself() {
    var login = TestStaff.login(doctor());
    for (int i = 0; i < 5; i++) {
      browser().signIn(login, "wrong");
    }
    clock.advance(Duration.ofMinutes(15));

    assertThat(browser().signIn(login, TestStaff.PASSWORD)).hasRedirectedUrl("/");
  }

  /// Changing the password guesses too, so it counts too.
  @Test
  void guessingThePresentPasswordIsCountedLikeSigningIn() {
    var staff = doctor();
    var browser = signedIn(staff);
    browser.get("/account/password");
    for (int i = 0; i < 5; i++) {
      browser.post("/account/password", passwords("guess " + i, "Brave-new-world-42"));
    }

    var answer =
        browser.post("/account/password", passwords(TestStaff.PASSWORD, "Brave-new-world-42"));

    assertThat(TestBrowser.text(answer)).contains("失败次数过多");
    assertThat(browser().signIn(TestStaff.login(staff), TestStaff.PASSWORD))
        .hasRedirectedUrl("/sign-in?said=too-many");
  }

  @Test
  void ofManyGuessesAtOnceNoMoreThanAllowedAreJudged() throws Exception {
    var login = TestStaff.login(doctor());
    int tries = 64;
    var outcomes = AtOnce.times(tries, i -> () -> outcome(login, "guess " + i, "10.1.1." + i));

    long judged = outcomes.stream().filter(Outcome.WRONG::equals).count();
    System.out.printf(
        "brute force: %d attempts at once, %d judged, allowed 5, violations %d%n",
        tries, judged, Math.max(0, judged - 5));
    assertThat(outcomes).hasSize(tries).containsOnly(Outcome.WRONG, Outcome.TOO_MANY);
    assertThat(judged).isEqualTo(5);
  }

  @Test
  void oneAddressTriesFiftyNamesAndNoMore() throws Exception {
    int tries = 80;
    var outcomes =
        AtOnce.times(tries, i -> () -> outcome("name-" + i + "-nobody", "x", "10.9.9.9"));

    long judged = outcomes.stream().filter(Outcome.WRONG::equals).count();
    System.out.printf(
        "spraying: %d names from one address, %d judged, allowed 50, violations %d%n",
        tries, judged, Math.max(0, judged - 50));
    assertThat(judged).isEqualTo(50);
  }

  private Outcome outcome(String login, String password, String address) {
    try {
      signIns.judge(login, password, new Caller(address, "test"));
      return Outcome.SIGNED_IN;
    } catch (SignInRefused refused) {
      return refused.outcome();
    }
  }

  @Test
  void signingOutKillsTheSessionAlsoForACopiedCookie() {
    var browser = signedIn(doctor());
    var thief = browser.copy();
    browser.get("/");

    assertThat(browser.post("/sign-out", Map.of())).hasRedirectedUrl("/sign-in?said=signed-out");

    assertLedToSignIn(thief.get("/account"));
  }

  @Test
  void aSessionEndsWhenIdleAndWhenTooOld() {
    var idle = signedIn(doctor());
    clock.advance(Duration.ofMinutes(17));
    assertLedToSignIn(idle.get("/account"));

    var busy = signedIn(doctor());
    for (int i = 0; i < 12 * 6 - 1; i++) {
      clock.advance(Duration.ofMinutes(10));
      assertThat(busy.get("/account")).hasStatusOk();
    }
    clock.advance(Duration.ofMinutes(10));
    assertLedToSignIn(busy.get("/account"));
  }

  @Test
  void anEndedPostAndALockedAccountEndTheSessionAtTheNextRequest() {
    var ended = doctor();
    var locked = doctor();
    var one = signedIn(ended);
    var two = signedIn(locked);
    jdbc.sql("update access.post set until_date = :today where id = :id")
        .param("today", LocalDate.of(2026, 11, 23))
        .param("id", ended.post().value())
        .update();
    jdbc.sql("update access.account set state = 'LOCKED' where id = :id")
        .param("id", locked.account().value())
        .update();

    assertLedToSignIn(one.get("/"));
    assertLedToSignIn(two.get("/"));
    assertThat(browser().signIn(TestStaff.login(locked), TestStaff.PASSWORD))
        .hasRedirectedUrl("/sign-in?said=not-open");
    assertThat(browser().signIn(TestStaff.login(ended), TestStaff.PASSWORD))
        .hasRedirectedUrl("/sign-in?said=no-post");
  }

  @Test
  void whoHoldsTwoPostsChoosesOneAndTheCookieChanges() {
    var staff = doctor();
    jdbc.sql(
            """
            insert into access.post (id, account, lane, role, institution, area, from_date)
            select gen_random_uuid(), account, lane, 'family-doctor', institution, area, from_date
              from access.post where id = :id
            """)
        .param("id", staff.post().value())
        .update();
    var browser = signedIn(staff);

    assertThat(browser.get("/")).hasRedirectedUrl("/account/posts");
    assertThat(TestBrowser.text(browser.get("/account/posts"))).contains("乡村医生", "家庭医生");
    var before = browser.cookie("heyi-session");
    assertThat(browser.post("/account/posts", Map.of("post", staff.post().toString())))
        .hasRedirectedUrl("/");
    assertThat(browser.cookie("heyi-session")).isNotEqualTo(before);
    assertThat(browser.get("/")).hasStatusOk();

    var stranger = doctor();
    assertThat(browser.post("/account/posts", Map.of("post", stranger.post().toString())))
        .hasStatus(404);
  }

  @Test
  void aGivenPasswordIsChangedBeforeAnythingElseAndEndsTheOtherSessions() {
    var staff = doctor();
    var elsewhere = signedIn(staff);
    jdbc.sql("update access.account set must_change = true where id = :id")
        .param("id", staff.account().value())
        .update();
    var browser = signedIn(staff);

    assertThat(browser.get("/")).hasRedirectedUrl("/account/password");
    browser.get("/account/password");
    assertThat(
            TestBrowser.text(
                browser.post("/account/password", passwords(TestStaff.PASSWORD, "short"))))
        .contains("口令太短");
    assertThat(
            browser.post("/account/password", passwords(TestStaff.PASSWORD, "Brave-new-world-42")))
        .hasRedirectedUrl("/");
    assertThat(browser.get("/")).hasStatusOk();
    assertLedToSignIn(elsewhere.get("/"));
    assertThat(browser().signIn(TestStaff.login(staff), "Brave-new-world-42"))
        .hasRedirectedUrl("/");
  }

  @Test
  void afterSignInOneGoesWhereOneWantedButNeverToAnotherHouse() {
    var login = TestStaff.login(doctor());
    var browser = browser();
    browser.get("/sign-in?next=/account");
    assertThat(
            browser.post(
                "/sign-in",
                Map.of("login", login, "password", TestStaff.PASSWORD, "next", "/account")))
        .hasRedirectedUrl("/account");
    for (var elsewhere :
        List.of("//evil.example", "/\\evil.example", "https://evil.example", "evil")) {
      var other = browser();
      other.get("/sign-in");
      assertThat(
              other.post(
                  "/sign-in",
                  Map.of("login", login, "password", TestStaff.PASSWORD, "next", elsewhere)))
          .as(elsewhere)
          .hasRedirectedUrl("/");
    }
  }

  @Test
  void everySignInIsWrittenDown() {
    var staff = doctor();
    browser().signIn(TestStaff.login(staff), "wrong");
    signedIn(staff);

    assertThat(
            jdbc.sql("select outcome from access.sign_in where account = :id order by id")
                .param("id", staff.account().value())
                .query(String.class)
                .list())
        .containsExactly("WRONG", "SIGNED_IN");
    assertThat(
            jdbc.sql("select count(*) from audit.entry where subject_id = :id")
                .param("id", staff.account().toString())
                .query(Long.class)
                .single())
        .isEqualTo(2);
  }

  private static Map<String, String> passwords(String present, String wanted) {
    return Map.of("present", present, "wanted", wanted, "again", wanted);
  }

  private static void assertLedToSignIn(MvcTestResult answer) {
    assertThat(answer).hasStatus(302);
    assertThat(answer.getResponse().getRedirectedUrl()).startsWith("/sign-in");
  }
}
