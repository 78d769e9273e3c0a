package org.heyi.platform.access.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.TestBrowser;
import org.heyi.TestPhone;
import org.heyi.TestStaff;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.Staff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Signing in with a password and a code, and the ways around it that there must not be.
@HeyiTest
@ExtendWith(OutputCaptureExtension.class)
class SecondStepTests {

  private static final String CLINIC = "factor-clinic";
  private static final String WRONG = "验证码不正确，或已经用过";
  private static final Duration STEP = Duration.ofSeconds(30);

  @Autowired MockMvcTester http;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  Staff doctor;
  String login;
  TestPhone phone;

  @BeforeEach
  void someoneWithAPhone() {
    doctor = TestStaff.another("village-doctor", CLINIC);
    login = TestStaff.login(doctor);
    phone = TestStaff.givePhone(doctor);
  }

  private TestBrowser halfway() {
    var browser = new TestBrowser(http);
    assertThat(browser.typePassword(login, TestStaff.PASSWORD)).hasRedirectedUrl("/sign-in/code");
    return browser;
  }

  private String code() {
    return phone.code(clock.instant());
  }

  @Test
  void theCodeOpensWhatThePasswordAloneDoesNot() {
    var browser = halfway();

    assertThat(browser.get("/account")).hasRedirectedUrl("/sign-in/code");
    assertThat(TestBrowser.text(browser.get("/sign-in/code")))
        .contains("autocomplete=\"one-time-code\"", "inputmode=\"numeric\"", "/sign-out")
        .doesNotContain("heyi-side", login);
    assertThat(browser.typeCode(code())).hasRedirectedUrl("/");
    assertThat(browser.get("/account")).hasStatusOk();
    assertThat(browser.get("/sign-in/code")).as("no business here").hasRedirectedUrl("/");
  }

  @Test
  void bothStepsAreWrittenDownAndNoSecretIs(CapturedOutput printed) {
    halfway().typeCode("000000");
    var code = code();
    halfway().typeCode(code);

    assertThat(log(doctor.account()))
        .containsExactly("CODE_ASKED", "WRONG_CODE", "CODE_ASKED", "SIGNED_IN");
    var audited =
        jdbc.sql("select entry::text from audit.entry entry where subject_id = :id order by id")
            .param("id", doctor.account().toString())
            .query(String.class)
            .list();
    assertThat(audited).hasSize(4);
    assertThat(String.join("\n", audited))
        .contains("access.code-asked", "factor.wrong-code", "access.signed-in")
        .doesNotContain(phone.secret(), code);
    assertThat(printed.getAll()).doesNotContain(phone.secret(), code);
  }

  @Test
  void aSecretOfThePhoneIsOnNoPage() {
    var browser = halfway();
    browser.typeCode(code());

    for (var path : List.of("/", "/account", "/sign-in/code")) {
      assertThat(TestBrowser.text(browser.get(path))).as(path).doesNotContain(phone.secret());
    }
  }

  @Test
  void theCookieChangesWithEachStepAndAnOldCopyIsWorthNothing() {
    var browser = new TestBrowser(http);
    browser.get("/sign-in");
    var stranger = browser.cookie("heyi-session");
    browser.typePassword(login, TestStaff.PASSWORD);
    var halfway = browser.cookie("heyi-session");
    var thief = browser.copy();
    browser.typeCode(code());

    assertThat(List.of(stranger, halfway, browser.cookie("heyi-session"))).doesNotHaveDuplicates();
    assertThat(browser.get("/account")).hasStatusOk();
    assertLedToSignIn(thief.get("/account"));
    assertLedToSignIn(thief.get("/sign-in/code"));
  }

  /// Whoever knows the password must not be able to begin counting anew with it.
  @Test
  void wrongCodesAreCountedLikeWrongPasswordsAndTheRightPasswordForgetsNone() {
    for (int i = 0; i < 5; i++) {
      assertThat(TestBrowser.text(halfway().typeCode("00000" + i))).as("%d", i).contains(WRONG);
    }

    assertThat(new TestBrowser(http).typePassword(login, TestStaff.PASSWORD))
        .hasRedirectedUrl("/sign-in?said=too-many");
    clock.advance(Duration.ofMinutes(15));
    assertThat(halfway().typeCode(code())).hasRedirectedUrl("/");
  }

  @Test
  void afterFiveWrongCodesEvenTheRightOneRests() {
    var browser = halfway();
    for (int i = 0; i < 5; i++) {
      browser.typeCode("00000" + i);
    }

    assertThat(TestBrowser.text(browser.typeCode(code()))).contains("失败次数过多");
    assertThat(browser.get("/account")).hasRedirectedUrl("/sign-in/code");
    assertThat(log(doctor.account())).endsWith("WRONG_CODE", "TOO_MANY");
  }

  @Test
  void theRightCodeForgetsWrongOnes() {
    for (int round = 0; round < 3; round++) {
      var browser = halfway();
      for (int i = 0; i < 4; i++) {
        browser.typeCode("00000" + i);
      }
      assertThat(browser.typeCode(code())).as("%d", round).hasRedirectedUrl("/");
      clock.advance(STEP);
    }
  }

  @Test
  void aCodeCountsOnceAndSoDoesEveryEarlierOne() {
    var earlier = code();
    clock.advance(STEP);
    var code = code();
    halfway().typeCode(code);

    for (var replayed : List.of(code, earlier)) {
      var browser = halfway();
      assertThat(TestBrowser.text(browser.typeCode(replayed))).contains(WRONG);
      assertThat(browser.get("/account")).hasRedirectedUrl("/sign-in/code");
    }
    clock.advance(STEP);
    assertThat(halfway().typeCode(code())).hasRedirectedUrl("/");
  }

  @Test
  void aPhoneMayBeOneStepAheadOrBehindAndNoMore() {
    for (int off : new int[] {-3, -2, 2, 3}) {
      var code = phone.code(clock.instant().plus(STEP.multipliedBy(off)));
      assertThat(TestBrowser.text(halfway().typeCode(code))).as("%d", off).contains(WRONG);
    }
    for (int off : new int[] {-1, 0, 1}) {
      var code = phone.code(clock.instant().plus(STEP.multipliedBy(off)));
      assertThat(halfway().typeCode(code)).as("%d", off).hasRedirectedUrl("/");
    }
  }

  @Test
  void theCodeOfAnotherAccountIsWrong() {
    var other = TestStaff.another("village-doctor", CLINIC);
    TestStaff.givePhone(other);

    assertThat(TestBrowser.text(halfway().typeCode(TestStaff.code(TestStaff.login(other)))))
        .contains(WRONG);
  }

  @Test
  void whatIsTypedBetweenTheDigitsDoesNotMatter() {
    var code = code();
    var wide = new StringBuilder();
    for (int i = 0; i < code.length(); i++) {
      wide.append((char) (code.charAt(i) - '0' + '０'));
    }

    assertThat(halfway().typeCode(" " + wide.insert(3, "　"))).hasRedirectedUrl("/");
  }

  @Test
  void aWrongPasswordLooksTheSameWithAndWithoutASecondFactor() {
    var without = TestStaff.login(TestStaff.another("village-doctor", CLINIC));
    for (var name : List.of(login, without, "nobody-has-this")) {
      assertThat(new TestBrowser(http).typePassword(name, "wrong"))
          .as(name)
          .hasRedirectedUrl("/sign-in?said=wrong");
    }
  }

  @Test
  void oneGoesOnToWhereOneWantedButNeverToAnotherHouse() {
    var browser = new TestBrowser(http);
    browser.get("/sign-in?next=/account");
    var form = Map.of("login", login, "password", TestStaff.PASSWORD, "next", "/account?a=b");
    assertThat(browser.post("/sign-in", form))
        .hasRedirectedUrl("/sign-in/code?next=%2Faccount%3Fa%3Db");
    assertThat(TestBrowser.text(browser.get("/sign-in/code?next=/account?a=b")))
        .contains("value=\"/account?a=b\"");
    assertThat(browser.post("/sign-in/code", Map.of("code", code(), "next", "/account?a=b")))
        .hasRedirectedUrl("/account?a=b");

    clock.advance(STEP);
    var tempted = halfway();
    tempted.get("/sign-in/code");
    assertThat(tempted.post("/sign-in/code", Map.of("code", code(), "next", "//evil.example")))
        .hasRedirectedUrl("/");
  }

  @Test
  void halfwayIsNoSessionThatAnybodySees() {
    var browser = new TestBrowser(http);
    browser.signIn(login, TestStaff.PASSWORD);
    halfway();

    assertThat(TestBrowser.text(browser.get("/account")).split("data-label=\"来源地址\"", -1))
        .hasSize(2);
  }

  @Test
  void whoIsHalfwayCanLeave() {
    var browser = halfway();
    var thief = browser.copy();
    browser.get("/sign-in/code");

    assertThat(browser.post("/sign-out", Map.of())).hasRedirectedUrl("/sign-in?said=signed-out");
    assertLedToSignIn(thief.get("/sign-in/code"));
  }

  @Test
  void aLockedAccountIsNotLetThroughWithTheRightCode() {
    var browser = halfway();
    browser.get("/sign-in/code");
    jdbc.sql("update access.account set state = 'LOCKED' where id = :id")
        .param("id", doctor.account().value())
        .update();

    assertLedToSignIn(browser.post("/sign-in/code", Map.of("code", code())));
    assertLedToSignIn(browser.get("/account"));
  }

  /// The new password comes after the code: who only has the old one must not choose another.
  @Test
  void theCodeComesBeforeTheNewPassword() {
    jdbc.sql("update access.account set must_change = true where id = :id")
        .param("id", doctor.account().value())
        .update();
    var browser = halfway();

    assertThat(browser.get("/account/password")).hasRedirectedUrl("/sign-in/code");
    browser.typeCode(code());
    assertThat(browser.get("/account")).hasRedirectedUrl("/account/password");
  }

  private List<String> log(AccountId account) {
    return jdbc.sql("select outcome from access.sign_in where account = :id order by id")
        .param("id", account.value())
        .query((row, _) -> row.getString("outcome"))
        .list();
  }

  private static void assertLedToSignIn(MvcTestResult answer) {
    assertThat(answer).hasStatus(302);
    assertThat(answer.getResponse().getRedirectedUrl())
        .startsWith("/sign-in")
        .doesNotStartWith("/sign-in/code");
  }
}
