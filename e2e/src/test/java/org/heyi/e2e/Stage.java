package org.heyi.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// The stage of a story: the demonstration, a browser, and the steps that many stories share.
final class Stage implements AutoCloseable {

  static final String CARDIOLOGY = "ninghe-yiyuan/03.04";
  private static final Path PICTURES = Path.of("target/pictures");

  private final RunningHeyi heyi;
  private final Chromium chromium = Chromium.launch();

  Stage() {
    this(Demonstration.running());
  }

  Stage(RunningHeyi heyi) {
    this.heyi = heyi;
  }

  RunningHeyi heyi() {
    return heyi;
  }

  Chromium chromium() {
    return chromium;
  }

  /// The file of a picture.
  static Path picture(String name) {
    return PICTURES.resolve(name + ".png");
  }

  Visitor visitor(String login, String language, int width) {
    return signedIn(new Visitor(chromium, heyi.address(), width, language), login);
  }

  Visitor visitorWithoutJavaScript(String login, String language, int width) {
    return signedIn(Visitor.withoutJavaScript(chromium, heyi.address(), width, language), login);
  }

  private Visitor signedIn(Visitor visitor, String login) {
    visitor.signIn(DemoPerson.of(heyi.data(), login));
    return visitor;
  }

  /// @return the resident's path
  static String register(Visitor doctor, String name) {
    doctor.open("/residents/new");
    var page = doctor.page();
    page.fill("#name", name);
    page.fill("#number", Invented.idNumber());
    page.fill("#phone", "19000001234");
    page.fill("#contact-name", "测试家属");
    page.selectOption("#contact-relation", "2");
    page.fill("#contact-phone", "19000005678");
    doctor.tick("input[name=consent][value=SELF]");
    doctor.push("main form button[type=submit]");
    page.waitForURL(it -> it.contains("/residents/") && !it.endsWith("/new"));
    return path(page);
  }

  /// The first step as far as "next", which is left to the story.
  static void describe(Visitor doctor, String resident) {
    doctor.open("/referrals/new?resident=" + resident.substring("/residents/".length()));
    var page = doctor.page();
    page.fill("#complaint", "活动后胸痛三天");
    page.fill("#systolic", "152");
    page.fill("#diastolic", "92");
    page.fill("#pulse", "96");
    doctor.tick("input[name=noAllergies]");
    page.fill("#medicines", "硝酸甘油片");
    page.fill("#diagnosisText", "I20.0");
  }

  /// @return the draft's path
  static String draft(Visitor doctor, String resident) {
    describe(doctor, resident);
    next(doctor, "/destination");
    return path(doctor.page()).replace("/destination", "");
  }

  /// The second step; leads to the times.
  static void address(Visitor doctor, String referral) {
    doctor.open(referral + "/destination");
    var page = doctor.page();
    doctor.tick("input[name=department][value='%s']".formatted(CARDIOLOGY));
    doctor.tick("input[name=urgency][value=urgent]");
    page.fill("#reason", "疑似不稳定型心绞痛，需专科检查");
    doctor.tick("#consent");
    page.fill("#contactName", "测试家属");
    page.fill("#contactPhone", "19000005678");
    next(doctor, "/slot");
  }

  /// The last step, with the first time there is.
  static void send(Visitor doctor, String referral) {
    doctor.tick("input[name=slot]");
    doctor.push("main form button.btn-primary");
    doctor.page().waitForURL(it -> it.endsWith(referral));
  }

  /// @return the path of a referral to 心血管内科 that was sent
  static String refer(Visitor doctor, String name) {
    var referral = draft(doctor, register(doctor, name));
    address(doctor, referral);
    send(doctor, referral);
    return referral;
  }

  /// A picture of a paper ECG goes along.
  static void photo(Visitor doctor, String referral) throws IOException {
    var picture = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB), "png", picture);
    doctor.open(referral + "/clinical");
    var page = doctor.page();
    page.setInputFiles(
        "form[action$='/files'] input[type=file]",
        new FilePayload("心电图.png", "image/png", picture.toByteArray()));
    doctor.push("form[action$='/files'] button[type=submit]");
    page.waitForSelector("a[href*='/files/']");
  }

  /// Presses the button of the form that posts to `action`, on the page at `path`.
  static void press(Visitor visitor, String path, String action) {
    visitor.open(path);
    visitor.push("form[action='%s'] button[type=submit]".formatted(action));
  }

  private static void next(Visitor doctor, String step) {
    doctor.push("main form button.btn-primary");
    doctor.page().waitForURL(it -> it.endsWith(step));
  }

  static String path(Page page) {
    return URI.create(page.url()).getPath();
  }

  @Override
  public void close() {
    chromium.close();
  }
}
