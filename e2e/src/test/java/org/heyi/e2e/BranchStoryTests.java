package org.heyi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.SelectOption;
import java.util.Comparator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What else happens on the main road: a lost connection, a second referral, advice, an opinion,
/// two at once, an outage.
@BrowserStory
class BranchStoryTests {

  private static final int PHONE = 360;
  private static final int DESK = 1280;
  private static Stage stage;

  @BeforeAll
  static void start() {
    stage = new Stage();
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  private static Visitor doctor() {
    return stage.visitor("village1", "zh-CN", PHONE);
  }

  private static Visitor clerk() {
    return stage.visitor("referral1", "zh-CN", DESK);
  }

  private static String referred(String name) {
    try (var doctor = doctor()) {
      return Stage.refer(doctor, name);
    }
  }

  @Test
  void aDraftOutlivesReloadingAndALostConnection() {
    var name = Invented.name();
    try (var doctor = doctor()) {
      var page = doctor.page();
      var resident = Stage.register(doctor, name);
      Stage.describe(doctor, resident);
      page.reload();
      assertThat(page.inputValue("#complaint")).isEqualTo("活动后胸痛三天");
      assertThat(page.locator("[data-kept]").innerText()).contains("已恢复您刚才填写的内容");

      page.context().setOffline(true);
      page.click("main form button.btn-primary");
      page.waitForSelector("[data-kept]:has-text('现在没有网络')");
      doctor.shoot(Stage.picture("story-offline"));
      page.context().setOffline(false);
      page.waitForURL(it -> it.endsWith("/destination"));

      doctor.open("/referrals/sent?q=" + name);
      assertThat(page.locator("main tbody tr").count()).isEqualTo(1);
    }
  }

  @Test
  void aSecondReferralToTheSameDepartmentIsWarnedOf() {
    try (var doctor = doctor()) {
      var resident = Stage.register(doctor, Invented.name());
      var first = Stage.draft(doctor, resident);
      Stage.address(doctor, first);
      assertThat(doctor.page().content()).doesNotContain("请确认不是重复转诊");
      Stage.send(doctor, first);

      Stage.address(doctor, Stage.draft(doctor, resident));

      assertThat(doctor.page().content()).contains("请确认不是重复转诊");
      doctor.shoot(Stage.picture("story-likewise"));
    }
  }

  @Test
  void theOfficeReturnsOneWithAdviceAndTheDoctorSendsItAgain() {
    var referral = referred(Invented.name());
    try (var clerk = clerk()) {
      clerk.open(referral);
      var page = clerk.page();
      page.click("details:has(form[action$='/return']) summary");
      page.check("form[action$='/return'] input[name='reason.results-missing']");
      page.fill("#return-advice", "请补充近期心电图");
      page.locator("form[action$='/return'] button").first().click();
      page.waitForSelector("text=已退回");
    }
    try (var doctor = doctor()) {
      doctor.open("/");
      doctor.push("a[href*='kind=referral.revise']");
      doctor.open(Stage.path(doctor.page()) + "?kind=referral.revise&size=200");
      assertThat(doctor.page().content()).contains(referral);
      doctor.open(referral);
      assertThat(doctor.page().content()).contains("请补充近期心电图");
      doctor.shoot(Stage.picture("story-returned"));
      doctor.open(referral + "/slot");
      assertThat(doctor.page().content()).contains("请补充近期心电图");
      doctor.page().click("main form button.btn-primary");
      doctor.page().waitForURL(it -> it.endsWith(referral));
      assertThat(doctor.page().content()).contains("待审核");
    }
  }

  @Test
  void theOfficeAsksAPhysicianWhoSeesItAndAnswers() {
    var name = Invented.name();
    var referral = referred(name);
    try (var clerk = clerk()) {
      clerk.open(referral);
      var page = clerk.page();
      page.click("details:has(form[action$='/forward']) summary");
      page.locator("#physician").selectOption(new SelectOption().setLabel(person("doctor1")));
      page.fill("#forward-question", "是否需要急诊介入？");
      page.click("form[action$='/forward'] button");
      page.waitForLoadState();
    }
    try (var doctor = stage.visitor("doctor1", "zh-CN", DESK)) {
      doctor.open("/referrals/inbox?q=" + name);
      assertThat(doctor.page().content()).contains(referral);
      doctor.open(referral);
      assertThat(doctor.page().content()).contains("是否需要急诊介入？");
      doctor.page().fill("#opinion", "建议收住院");
      doctor.push("form[action$='/advise'] button");
    }
    try (var clerk = clerk()) {
      clerk.open(referral);
      assertThat(clerk.page().content()).contains("建议收住院");
      Stage.press(clerk, referral, referral + "/accept");
    }
  }

  @Test
  void whoIsTooLateInASecondTabKeepsTheText() {
    var referral = referred(Invented.name());
    try (var clerk = clerk()) {
      clerk.open(referral);
      var late = clerk.page();
      late.click("details:has(form[action$='/return']) summary");
      late.fill("#return-advice", "请注明用药剂量");
      var second = late.context().newPage();
      second.navigate(stage.heyi().address() + referral);
      second.locator("form[action$='/accept'] button").last().click();

      late.locator("form[action$='/return'] button").first().click();

      late.waitForSelector("pre.heyi-typed");
      assertThat(late.locator("main").innerText()).contains("请注明用药剂量", person("referral1"), "接收");
      assertThat(clerk.flaws()).isEmpty();
      clerk.shoot(Stage.picture("story-stale"));
    }
  }

  @Test
  void acceptingLeadsToTheNextOne() {
    var first = referred(Invented.name());
    referred(Invented.name());
    try (var clerk = clerk()) {
      clerk.open(first);
      var page = clerk.page();
      page.click("form:has(input[name=then][value=next]) button");
      page.waitForURL(it -> it.matches(".*/referrals/[0-9a-f-]{36}") && !it.endsWith(first));
      assertThat(page.locator("form[action$='/accept']").count()).isPositive();
    }
  }

  @Test
  void whatWasDoneOnPaperWhileHeyiWasOutIsEnteredLater() {
    var name = Invented.name();
    var referral = referred(name);
    try (var clerk = clerk()) {
      clerk.open("/referrals/outage");
      assertThat(clerk.page().locator("tr", rowOf(name)).innerText()).contains("待审核");
      clerk.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      clerk.shoot(Stage.picture("story-outage"));
      clerk.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));

      clerk.open(referral);
      var page = clerk.page();
      page.click("details:has(form[action$='/late']) summary");
      page.selectOption("#done", "accept");
      var sent = lastStep(page);
      page.fill("#happened", sent.replace(' ', 'T'));
      page.fill("#paperBy", "测试值班员");
      clerk.push("form[action$='/late'] button");
    }
    try (var doctor = doctor()) {
      doctor.open("/referrals/sent?q=" + name);
      assertThat(doctor.page().locator("main tbody").innerText()).contains("已接收");
      doctor.page().click("main tbody a[href='%s']".formatted(referral));
      doctor.page().waitForSelector(".heyi-course");
      var course = doctor.page().locator(".heyi-course").innerText();
      assertThat(course).contains("补录", "测试值班员");
      assertThat(course).contains(person("village1"), person("referral1"));
      doctor.shoot(Stage.picture("story-course"));
      assertThat(doctor.flaws()).isEmpty();
    }
  }

  /// When the newest step happened, as its page says it; a paper cannot be older than the sending.
  private static String lastStep(Page page) {
    return Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d")
        .matcher(page.locator(".heyi-course").innerText())
        .results()
        .map(MatchResult::group)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static String person(String login) {
    return DemoPerson.of(stage.heyi().data(), login).name();
  }

  private static Page.LocatorOptions rowOf(String name) {
    return new Page.LocatorOptions().setHasText(name);
  }
}
