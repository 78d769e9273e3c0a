package org.heyi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The main road for somebody whose browser runs no scripts, and for somebody without a mouse.
@BrowserStory
class BareHandsStoryTests {

  private static final String UUID = "[0-9a-f-]{36}";
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
  void theRoadCanBeGoneWithoutJavaScript() {
    var name = Invented.name();
    String referral;
    try (var doctor = stage.visitorWithoutJavaScript("village1", "zh-CN", 360)) {
      var resident = Stage.register(doctor, name);
      Stage.describe(doctor, resident);
      var page = doctor.page();
      page.fill("#diagnosisText", "xinjiaotong");
      doctor.push("button[name=find]");
      doctor.tick("input[name=diagnosis]");
      doctor.push("main form button.btn-primary");
      page.waitForURL(it -> it.endsWith("/destination"));
      referral = Stage.path(page).replace("/destination", "");
      Stage.address(doctor, referral);
      Stage.send(doctor, referral);
    }
    try (var clerk = stage.visitorWithoutJavaScript("referral1", "zh-CN", 1280)) {
      Stage.press(clerk, "/referrals/inbox?size=200", referral + "/claim");
      Stage.press(clerk, referral, referral + "/accept");
      clerk.open(referral);
      assertThat(clerk.page().content()).contains(name, "已接收");
    }
  }

  @Test
  void theRoadCanBeGoneWithTheKeyboardAlone() {
    var doctor = DemoPerson.of(stage.heyi().data(), "village1");
    try (var visitor = new Visitor(stage.chromium(), stage.heyi().address(), 1280, "zh-CN")) {
      visitor.open("/sign-in");
      var keyboard = new Keyboard(visitor.page());
      keyboard.goTo("#login").type(doctor.login()).goTo("#password").type(doctor.password());
      keyboard.enter("/").goTo("a[href='/residents']").enter("/residents");
      keyboard.goTo("main a[href='/residents/new']").enter("/residents/new");
      register(keyboard);
      keyboard.goTo("main a[href^='/referrals/new']").enter("/referrals/new");
      describe(keyboard);
      address(keyboard);
      keyboard.goTo("input[name=slot]").press("Space");
      keyboard.goTo("main form button.btn-primary").enter("/referrals/" + UUID);
      assertThat(visitor.page().content()).contains("待审核");
    }
  }

  private static void register(Keyboard keyboard) {
    keyboard.goTo("#number").type(Invented.idNumber());
    keyboard.goTo("#name").type(Invented.name());
    keyboard.goTo("#contact-name").type("测试家属");
    keyboard.goTo("#contact-relation").press("ArrowDown", "ArrowDown");
    keyboard.goTo("#contact-phone").type("19000005678");
    keyboard.goTo("input[name=consent]").press("Space");
    keyboard.goTo("main form button.btn-primary").enter("/residents/" + UUID);
  }

  private static void describe(Keyboard keyboard) {
    keyboard.goTo("#complaint").type("活动后胸痛三天");
    keyboard.goTo("#systolic").type("152");
    keyboard.goTo("input[name=noAllergies]").press("Space");
    keyboard.goTo("#medicines").type("硝酸甘油片");
    keyboard.goTo("#diagnosisText").type("I20.0");
    keyboard.goTo("main form button.btn-primary").enter("/destination");
  }

  private static void address(Keyboard keyboard) {
    keyboard.goTo("input[name=department]").press("Space", "ArrowDown");
    keyboard.goTo("input[name=urgency]").press("Space", "ArrowRight");
    keyboard.goTo("#reason").type("需专科检查");
    keyboard.goTo("#consent").press("Space");
    keyboard.goTo("#contactName").type("测试家属");
    keyboard.goTo("#contactPhone").type("19000005678");
    keyboard.goTo("main form button.btn-primary").enter("/slot");
  }
}
