package org.heyi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/// The main story, from the village doctor's first look to the closed referral, wherever it plays.
final class ReferralStory {

  /// Lets the day of the visit come.
  interface DayOfVisit {

    /// @param referral its path
    void comes(String referral) throws Exception;
  }

  private final Stage stage;

  ReferralStory(Stage stage) {
    this.stage = stage;
  }

  void play(String language, int width, DayOfVisit dayOfVisit) throws Exception {
    var name = Invented.name();
    String referral;
    try (var doctor = stage.visitor("village1", language, width)) {
      referral = Stage.draft(doctor, Stage.register(doctor, name));
      Stage.photo(doctor, referral);
      Stage.address(doctor, referral);
      doctor.shoot(Stage.picture("story-times-" + width));
      Stage.send(doctor, referral);
      doctor.shoot(Stage.picture("story-sent-%d-%s".formatted(width, language)));
      printed(doctor, referral, name, width + "-" + language);
    }
    try (var clerk = stage.visitor("referral1", language, 1280)) {
      clerk.open("/referrals/inbox?size=200");
      assertThat(clerk.page().content()).contains(name);
      clerk.shoot(Stage.picture("story-inbox-%s".formatted(language)));
      Stage.press(clerk, "/referrals/inbox?size=200", referral + "/claim");
      Stage.press(clerk, referral, referral + "/accept");
    }
    dayOfVisit.comes(referral);
    try (var desk = stage.visitor("desk1", language, 1280)) {
      Stage.press(desk, referral, referral + "/arrive");
    }
    try (var physician = stage.visitor("doctor1", language, 1280)) {
      Stage.press(physician, referral, referral + "/take-in");
      answer(physician.page());
    }
    try (var doctor = stage.visitor("village1", language, width)) {
      doctor.open(referral);
      assertThat(doctor.page().content()).contains("支架植入一枚", "一个月后复查");
      doctor.shoot(Stage.picture("story-answered-%d-%s".formatted(width, language)));
      Stage.press(doctor, referral, referral + "/close");
      doctor.open("/referrals/sent");
      assertThat(doctor.page().content()).contains(referral);
      assertThat(doctor.flaws()).isEmpty();
    }
  }

  private static void printed(Visitor doctor, String referral, String name, String suffix) {
    doctor.open(referral + "/slip");
    assertThat(doctor.page().content()).contains(name);
    doctor.shoot(Stage.picture("story-slip-%s".formatted(suffix)));
    doctor.open(referral + "/form");
    assertThat(doctor.page().content()).contains(name, "I20.0");
    doctor.shoot(Stage.picture("story-form-%s".formatted(suffix)));
  }

  private static void answer(Page page) {
    page.fill("#treatment", "冠脉造影，前降支狭窄，支架植入一枚");
    page.fill("#advice", "双抗治疗，一个月后复查");
    page.click("form[action$='/feed-back'] button[type=submit]");
    page.waitForLoadState();
  }
}
