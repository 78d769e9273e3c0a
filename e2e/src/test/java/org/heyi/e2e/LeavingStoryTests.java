package org.heyi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Somebody leaves with work in hand, and somebody is away: nothing waits for who is not there. On
/// a phone, in Chinese.
@BrowserStory
class LeavingStoryTests {

  private static final int PHONE = 360;
  private static final String LANGUAGE = "zh-CN";
  private static final String PASSWORD = "Quiet-river-9-stones";
  private static Stage stage;

  @BeforeAll
  static void start() {
    stage = new Stage();
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  @Test
  void whoLeavesHandsTheReferralInHandToAColleague() {
    var login = "leaver" + System.nanoTime();
    String account;
    try (var admin = stage.visitor("system1", LANGUAGE, PHONE)) {
      account = open(admin, login);
    }
    var referral = referred();
    try (var leaver = signedIn(login, PASSWORD)) {
      Stage.press(leaver, referral, referral + "/claim");
    }
    try (var admin = stage.visitor("system1", LANGUAGE, PHONE)) {
      admin.open(account + "/close");
      var page = admin.page();
      assertThat(page.locator("main").innerText()).contains("转诊审核", "审核转诊");
      page.locator("main select").selectOption(new SelectOption().setLabel(person("referral1")));
      admin.shoot(Stage.picture("story-leaving"));
      assertThat(admin.flaws()).isEmpty();
      assertThat(admin.scrollsSideways()).isFalse();
      admin.push("main form button[type=submit]");
      assertThat(page.locator("main").innerText()).contains("已注销");
    }
    try (var clerk = stage.visitor("referral1", LANGUAGE, PHONE)) {
      clerk.open(referral);
      assertThat(clerk.page().content()).contains("交接", "测试离岗 → " + person("referral1"));
      clerk.open("/notices");
      assertThat(clerk.page().content()).contains("测试离岗名下的 1 项未了事项已交接给您");
      Stage.press(clerk, referral, referral + "/accept");
    }
    try (var gone = tried(login, PASSWORD)) {
      assertThat(gone.page().locator("main").innerText()).contains("锁定或注销");
    }
  }

  @Test
  void theDeputyAnswersForWhoIsAway() {
    try (var away = stage.visitor("doctor1", LANGUAGE, PHONE)) {
      away.open("/account/deputies");
      var page = away.page();
      page.selectOption("#deputy", new SelectOption().setLabel(person("doctor2")));
      page.fill("#last", page.inputValue("#from"));
      away.push("form[action='/account/deputies'] button[type=submit]");
      assertThat(page.locator("main").innerText()).contains("代理中");
      away.shoot(Stage.picture("story-deputy"));
      assertThat(away.flaws()).isEmpty();
      assertThat(away.scrollsSideways()).isFalse();
    }
    var referral = referred();
    try (var clerk = stage.visitor("referral1", LANGUAGE, PHONE)) {
      clerk.open(referral);
      var page = clerk.page();
      page.click("details:has(form[action$='/forward']) summary");
      page.locator("#physician").selectOption(new SelectOption().setLabel(person("doctor1")));
      page.fill("#forward-question", "是否需要急诊介入？");
      page.click("form[action$='/forward'] button");
      page.waitForLoadState();
    }
    try (var deputy = stage.visitor("doctor2", LANGUAGE, PHONE)) {
      deputy.open("/work?size=200");
      assertThat(deputy.page().content()).contains("您正在代理" + person("doctor1"), referral);
      deputy.shoot(Stage.picture("story-deputy-inbox"));
      deputy.open(referral);
      deputy.page().fill("#opinion", "建议收住院");
      deputy.push("form[action$='/advise'] button");
      assertThat(deputy.page().locator(".heyi-course").innerText())
          .contains(person("doctor2") + "（代" + person("doctor1") + "）");
    }
    try (var away = stage.visitor("doctor1", LANGUAGE, PHONE)) {
      away.open("/account/deputies");
      away.push("form[action$='/end'] button");
      assertThat(away.page().locator("main").innerText()).contains("已提前结束");
    }
  }

  private static String referred() {
    try (var doctor = stage.visitor("village1", LANGUAGE, PHONE)) {
      return Stage.refer(doctor, Invented.name());
    }
  }

  /// A new clerk beside `referral1`, who has chosen a password.
  ///
  /// @return the account's path
  private static String open(Visitor admin, String login) {
    admin.open("/accounts/new");
    var page = admin.page();
    page.fill("#name", "测试离岗");
    page.fill("#login", login);
    page.fill("#phone", "19000001234");
    page.selectOption("#role", "referral-clerk");
    page.selectOption("#institution", "ninghe-yiyuan");
    admin.push("form[action='/accounts'] button[type=submit]");
    var given = page.locator("code.fs-2").innerText();
    var account = page.locator("main a.btn-primary").getAttribute("href");
    try (var leaver = tried(login, given)) {
      var own = leaver.page();
      own.fill("#present", given);
      own.fill("#wanted", PASSWORD);
      own.fill("#again", PASSWORD);
      leaver.push("form[action='/account/password'] button[type=submit]");
      own.waitForURL(stage.heyi().address() + "/");
    }
    return account;
  }

  private static Visitor signedIn(String login, String password) {
    var visitor = tried(login, password);
    visitor.page().waitForURL(stage.heyi().address() + "/");
    return visitor;
  }

  /// Fills in the sign-in page, whatever comes of it.
  private static Visitor tried(String login, String password) {
    var visitor = new Visitor(stage.chromium(), stage.heyi().address(), PHONE, LANGUAGE);
    visitor.open("/sign-in");
    visitor.page().fill("#login", login);
    visitor.page().fill("#password", password);
    visitor.page().press("#password", "Enter");
    visitor.page().waitForLoadState();
    return visitor;
  }

  private static String person(String login) {
    return DemoPerson.of(stage.heyi().data(), login).name();
  }
}
