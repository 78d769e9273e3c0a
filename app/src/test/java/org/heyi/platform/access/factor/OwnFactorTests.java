package org.heyi.platform.access.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.TestBrowser;
import org.heyi.TestPhone;
import org.heyi.TestStaff;
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

/// Somebody sets up, changes and switches off their own second factor.
@HeyiTest
@ExtendWith(OutputCaptureExtension.class)
class OwnFactorTests {

  private static final String PAGE = "/account/second-factor";
  private static final String SET_UP = PAGE + "/set-up";
  private static final String WRONG = "验证码不正确，或已经用过";
  private static final Duration STEP = Duration.ofSeconds(30);
  private static final Pattern SPELT = Pattern.compile("<code class=\"fs-3\">([A-Z2-7 ]{39})<");
  private static final Pattern RECOVERY = Pattern.compile("\\d{5}-\\d{5}-\\d{5}-\\d{5}");

  @Autowired MockMvcTester http;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  Staff doctor;
  String login;
  TestBrowser browser;

  @BeforeEach
  void someoneWhoIsIn() {
    doctor = TestStaff.another("village-doctor", "factor-clinic");
    login = TestStaff.login(doctor);
    browser = signedIn();
  }

  private TestBrowser signedIn() {
    var another = new TestBrowser(http);
    assertThat(another.signIn(login, TestStaff.PASSWORD)).hasRedirectedUrl("/");
    return another;
  }

  private static MvcTestResult begin(TestBrowser by, String password) {
    by.get(PAGE);
    return by.post(PAGE, Map.of("act", "begin", "password", password));
  }

  private static MvcTestResult act(TestBrowser by, String what, String code) {
    by.get(PAGE);
    return by.post(PAGE, Map.of("act", what, "code", code));
  }

  /// The phone after its owner has typed or scanned what the page shows.
  private static TestPhone scanned(TestBrowser by) {
    var spelt = SPELT.matcher(TestBrowser.text(by.get(SET_UP)));
    assertThat(spelt.find()).isTrue();
    return new TestPhone(spelt.group(1));
  }

  private MvcTestResult confirm(TestBrowser by, TestPhone phone) {
    return by.post(SET_UP, Map.of("code", phone.code(clock.instant())));
  }

  private TestPhone setUp() {
    assertThat(begin(browser, TestStaff.PASSWORD)).hasRedirectedUrl(SET_UP);
    var phone = scanned(browser);
    assertThat(confirm(browser, phone)).hasStatusOk();
    return phone;
  }

  private static List<String> recoveryCodes(MvcTestResult page) {
    return RECOVERY.matcher(TestBrowser.text(page)).results().map(it -> it.group()).toList();
  }

  @Test
  void aPhoneIsSetUpWithPasswordAndFirstCodeAndAskedForFromThenOn() {
    var elsewhere = signedIn();
    assertThat(TestBrowser.text(begin(browser, "wrong"))).contains("当前口令不正确");
    assertThat(browser.get(SET_UP)).hasRedirectedUrl(PAGE);

    begin(browser, TestStaff.PASSWORD);
    var phone = scanned(browser);
    assertThat(TestBrowser.text(browser.get(SET_UP)))
        .contains("<svg class=\"heyi-qr\"", "otpauth://totp/Heyi:" + login + "?secret=");
    assertThat(TestBrowser.text(browser.post(SET_UP, Map.of("code", "000000")))).contains(WRONG);
    var before = browser.cookie("heyi-session");
    var shown = confirm(browser, phone);

    assertThat(recoveryCodes(shown)).hasSize(10).doesNotHaveDuplicates();
    assertThat(browser.cookie("heyi-session")).isNotEqualTo(before);
    assertThat(TestBrowser.text(browser.get(PAGE))).contains("还剩 10 个");
    assertThat(elsewhere.get("/account").getResponse().getRedirectedUrl()).startsWith("/sign-in");
    var again = new TestBrowser(http);
    assertThat(again.typePassword(login, TestStaff.PASSWORD)).hasRedirectedUrl("/sign-in/code");
    assertThat(TestBrowser.text(again.typeCode(phone.code(clock.instant()))))
        .as("the code that switched it on")
        .contains(WRONG);
    clock.advance(STEP);
    assertThat(again.typeCode(phone.code(clock.instant()))).hasRedirectedUrl("/");
  }

  @Test
  void aRecoveryCodeOpensOnce() {
    begin(browser, TestStaff.PASSWORD);
    var codes = recoveryCodes(confirm(browser, scanned(browser)));
    var first = new TestBrowser(http);
    first.typePassword(login, TestStaff.PASSWORD);
    var second = new TestBrowser(http);
    second.typePassword(login, TestStaff.PASSWORD);

    assertThat(first.typeCode(codes.getFirst())).hasRedirectedUrl("/");
    assertThat(TestBrowser.text(second.typeCode(codes.getFirst()))).contains(WRONG);
    assertThat(second.typeCode(codes.getLast().replace("-", " "))).hasRedirectedUrl("/");
    assertThat(TestBrowser.text(first.get(PAGE))).contains("还剩 8 个");
    assertThat(audited()).contains("access.recovery-code-used");
  }

  @Test
  void recoveryCodesAreKeptAsHashesAndNewOnesVoidTheOld() {
    begin(browser, TestStaff.PASSWORD);
    var phone = scanned(browser);
    var old = recoveryCodes(confirm(browser, phone));
    clock.advance(STEP);
    var fresh = recoveryCodes(act(browser, "renew", phone.code(clock.instant())));

    assertThat(fresh).hasSize(10).doesNotContainAnyElementsOf(old);
    assertThat(
            jdbc.sql("select hash from access.recovery_code where account = :account")
                .param("account", doctor.account().value())
                .query((row, _) -> row.getString("hash"))
                .list())
        .hasSize(10)
        .allMatch(it -> it.matches("[0-9a-f]{64}"));
    var other = new TestBrowser(http);
    other.typePassword(login, TestStaff.PASSWORD);
    assertThat(TestBrowser.text(other.typeCode(old.getFirst()))).contains(WRONG);
    assertThat(other.typeCode(fresh.getFirst())).hasRedirectedUrl("/");
  }

  /// What was scanned in one tab stays good in another, but not in another session: somebody who
  /// knows the password must not know the secret of the phone as well.
  @Test
  void aSetUpBelongsToItsSession() {
    begin(browser, TestStaff.PASSWORD);
    var phone = scanned(browser);
    begin(browser, TestStaff.PASSWORD);
    assertThat(scanned(browser)).isEqualTo(phone);

    var other = signedIn();
    assertThat(other.get(SET_UP)).hasRedirectedUrl(PAGE);
    begin(other, TestStaff.PASSWORD);
    var otherPhone = scanned(other);
    assertThat(otherPhone).isNotEqualTo(phone);

    assertThat(confirm(browser, phone)).hasStatus(409);
    assertThat(confirm(other, otherPhone)).hasStatusOk();
    assertThat(browser.get(PAGE).getResponse().getRedirectedUrl()).startsWith("/sign-in");
  }

  @Test
  void aSecondSetUpNeedsACodeOfTheFirst() {
    begin(browser, TestStaff.PASSWORD);
    var phone = scanned(browser);
    confirm(browser, phone);

    assertThat(begin(browser, TestStaff.PASSWORD)).hasStatus(409);
    assertThat(browser.get(SET_UP)).hasRedirectedUrl(PAGE);
    assertThat(TestBrowser.text(act(browser, "replace", "000000"))).contains(WRONG);
    clock.advance(STEP);
    assertThat(act(browser, "replace", phone.code(clock.instant()))).hasRedirectedUrl(SET_UP);
    var next = scanned(browser);
    var half = new TestBrowser(http);
    half.typePassword(login, TestStaff.PASSWORD);
    clock.advance(STEP);
    assertThat(half.typeCode(phone.code(clock.instant())))
        .as("the old one is good until the new one is")
        .hasRedirectedUrl("/");

    assertThat(recoveryCodes(confirm(browser, next))).hasSize(10);
    clock.advance(STEP);
    var other = new TestBrowser(http);
    other.typePassword(login, TestStaff.PASSWORD);
    assertThat(TestBrowser.text(other.typeCode(phone.code(clock.instant())))).contains(WRONG);
    assertThat(other.typeCode(next.code(clock.instant()))).hasRedirectedUrl("/");
    assertThat(audited()).containsSubsequence("access.factor-activated", "access.factor-replaced");
  }

  /// A phone can be lost: then a recovery code is what there is.
  @Test
  void whoLostThePhoneReplacesItWithARecoveryCode() {
    begin(browser, TestStaff.PASSWORD);
    var codes = recoveryCodes(confirm(browser, scanned(browser)));

    assertThat(act(browser, "replace", codes.getFirst())).hasRedirectedUrl(SET_UP);
    assertThat(confirm(browser, scanned(browser))).hasStatusOk();
  }

  @Test
  void itIsSwitchedOffWithACodeAndNotAskedForAnyMore() {
    var phone = setUp();
    assertThat(TestBrowser.text(act(browser, "remove", "000000"))).contains(WRONG);
    clock.advance(STEP);
    var half = new TestBrowser(http);
    half.typePassword(login, TestStaff.PASSWORD);

    assertThat(act(browser, "remove", phone.code(clock.instant()))).hasRedirectedUrl(PAGE);

    assertThat(TestBrowser.text(browser.get(PAGE))).contains("开始设置");
    assertThat(half.get("/sign-in/code").getResponse().getRedirectedUrl())
        .as("nobody waits for a code for ever")
        .startsWith("/sign-in?");
    signedIn();
    assertThat(act(browser, "remove", "000000")).hasStatus(409);
    assertThat(count("access.recovery_code")).isZero();
    assertThat(audited()).contains("access.factor-removed");
  }

  @Test
  void guessingHereIsCountedLikeSigningIn() {
    var phone = setUp();
    clock.advance(STEP);
    for (int i = 0; i < 5; i++) {
      act(browser, List.of("renew", "replace", "remove").get(i % 3), "00000" + i);
    }

    assertThat(TestBrowser.text(act(browser, "remove", phone.code(clock.instant()))))
        .contains("失败次数过多");
    assertThat(new TestBrowser(http).typePassword(login, TestStaff.PASSWORD))
        .hasRedirectedUrl("/sign-in?said=too-many");
    assertThat(count("access.factor")).isEqualTo(1);
  }

  @Test
  void noSecretIsAuditedOrPrinted(CapturedOutput printed) {
    begin(browser, TestStaff.PASSWORD);
    var phone = scanned(browser);
    var codes = recoveryCodes(confirm(browser, phone));
    var all =
        jdbc.sql("select entry::text from audit.entry entry where subject_id = :id")
            .param("id", doctor.account().toString())
            .query(String.class)
            .list();

    var secret = phone.secret().replace(" ", "");
    for (var text : List.of(String.join("\n", all), printed.getAll())) {
      assertThat(text).doesNotContain(secret, phone.secret()).doesNotContain(codes);
    }
    assertThat(String.join("\n", all)).contains("access.factor-activated");
  }

  private int count(String table) {
    return jdbc.sql("select count(*) from " + table + " where account = :account")
        .param("account", doctor.account().value())
        .query(Integer.class)
        .single();
  }

  private List<String> audited() {
    return jdbc.sql("select action from audit.entry where subject_id = :id order by id")
        .param("id", doctor.account().toString())
        .query((row, _) -> row.getString("action"))
        .list();
  }
}
