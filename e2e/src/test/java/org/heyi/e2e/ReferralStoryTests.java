package org.heyi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The main story: a village doctor sends a resident to the lead hospital with the slot in the same
/// press, and sees every step until the hospital's answer. 宁河, on a phone and on a desk.
@BrowserStory
class ReferralStoryTests {

  private static final Path PICTURES = Path.of("target/pictures");
  private static RunningHeyi heyi;
  private static Chromium chromium;

  @BeforeAll
  static void start() {
    heyi = Demonstration.running();
    chromium = Chromium.launch();
  }

  @AfterAll
  static void stop() {
    chromium.close();
  }

  @ParameterizedTest
  @CsvSource({"zh-CN, 360", "en, 1280"})
  void aResidentIsReferredSeenAndAnswered(String language, int width) throws IOException {
    var name = Invented.name();
    String referral;
    try (var doctor = visitor("village1", language, width)) {
      var resident = register(doctor.page(), name);
      referral = refer(doctor, resident);
      doctor.shoot(PICTURES.resolve("story-sent-%d-%s.png".formatted(width, language)));
      printed(doctor, referral, name, width + "-" + language);
    }
    try (var clerk = visitor("referral1", language, 1280)) {
      clerk.open("/referrals/inbox");
      assertThat(clerk.page().content()).contains(name);
      clerk.shoot(PICTURES.resolve("story-inbox-%s.png".formatted(language)));
      press(clerk.page(), "/referrals/inbox?size=200", referral + "/claim");
      press(clerk.page(), referral, referral + "/accept");
    }
    try (var desk = visitor("desk1", language, 1280)) {
      press(desk.page(), referral, referral + "/arrive");
    }
    try (var physician = visitor("doctor1", language, 1280)) {
      press(physician.page(), referral, referral + "/take-in");
      answer(physician.page());
    }
    try (var doctor = visitor("village1", language, width)) {
      doctor.open(referral);
      assertThat(doctor.page().content()).contains("支架植入一枚", "一个月后复查");
      doctor.shoot(PICTURES.resolve("story-answered-%d-%s.png".formatted(width, language)));
      press(doctor.page(), referral, referral + "/close");
      doctor.open("/referrals/sent");
      assertThat(doctor.page().content()).contains(referral);
      assertThat(doctor.flaws()).isEmpty();
    }
  }

  private static Visitor visitor(String login, String language, int width) {
    var visitor = new Visitor(chromium, heyi.address(), width, language);
    visitor.signIn(DemoPerson.of(heyi.data(), login));
    return visitor;
  }

  /// @return the resident's path
  private static String register(Page page, String name) {
    page.navigate(heyi.address() + "/residents/new");
    page.fill("#name", name);
    page.fill("#number", Invented.idNumber());
    page.fill("#phone", "19000001234");
    page.fill("#contact-name", "测试家属");
    page.selectOption("#contact-relation", "2");
    page.fill("#contact-phone", "19000005678");
    page.check("input[name=consent][value=SELF]");
    page.click("main form button[type=submit]");
    page.waitForURL(it -> it.contains("/residents/") && !it.endsWith("/new"));
    return path(page);
  }

  /// @return the referral's path
  private static String refer(Visitor doctor, String resident) throws IOException {
    var page = doctor.page();
    page.navigate(
        heyi.address() + "/referrals/new?resident=" + resident.substring("/residents/".length()));
    page.fill("#complaint", "活动后胸痛三天");
    page.fill("#systolic", "152");
    page.fill("#diastolic", "92");
    page.fill("#pulse", "96");
    page.check("input[name=noAllergies]");
    page.fill("#medicines", "硝酸甘油片");
    page.fill("#diagnosisText", "I20.0");
    page.click("main form button.btn-primary");
    page.waitForURL(it -> it.contains("/destination"));
    var path = path(page).replace("/destination", "");
    photo(page, path);
    page.navigate(heyi.address() + path + "/destination");
    page.check("input[name=department][value='ninghe-yiyuan/03.04']");
    page.check("input[name=urgency][value=urgent]");
    page.fill("#reason", "疑似不稳定型心绞痛，需专科检查");
    page.check("#consent");
    page.fill("#contactName", "测试家属");
    page.fill("#contactPhone", "19000005678");
    page.click("main form button.btn-primary");
    page.waitForURL(it -> it.contains("/slot"));
    doctor.shoot(PICTURES.resolve("story-times-%d.png".formatted(page.viewportSize().width)));
    page.locator("input[name=slot]").first().check();
    page.click("main form button.btn-primary");
    page.waitForURL(it -> it.contains(path) && !it.contains("/slot"));
    return path;
  }

  /// A picture of a paper ECG goes along.
  private static void photo(Page page, String path) throws IOException {
    var picture = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB), "png", picture);
    page.navigate(heyi.address() + path + "/clinical");
    page.setInputFiles(
        "form[action$='/files'] input[type=file]",
        new FilePayload("心电图.png", "image/png", picture.toByteArray()));
    page.click("form[action$='/files'] button[type=submit]");
    page.waitForSelector("a[href*='/files/']");
  }

  private static void printed(Visitor doctor, String referral, String name, String suffix) {
    doctor.open(referral + "/slip");
    assertThat(doctor.page().content()).contains(name);
    doctor.shoot(PICTURES.resolve("story-slip-%s.png".formatted(suffix)));
    doctor.open(referral + "/form");
    assertThat(doctor.page().content()).contains(name, "I20.0");
    doctor.shoot(PICTURES.resolve("story-form-%s.png".formatted(suffix)));
  }

  private static String path(Page page) {
    return URI.create(page.url()).getPath();
  }

  /// Presses the button of the form that posts to `action`, on the page at `path`.
  private static void press(Page page, String path, String action) {
    page.navigate(heyi.address() + path);
    page.locator("form[action='%s'] button[type=submit]".formatted(action)).last().click();
    page.waitForLoadState();
  }

  private static void answer(Page page) {
    page.fill("#treatment", "冠脉造影，前降支狭窄，支架植入一枚");
    page.fill("#advice", "双抗治疗，一个月后复查");
    page.click("form[action$='/feed-back'] button[type=submit]");
    page.waitForLoadState();
  }
}
