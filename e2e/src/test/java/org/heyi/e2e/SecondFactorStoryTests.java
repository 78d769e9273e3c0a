package org.heyi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An administrator signs in with password and code; somebody else sets up a phone of their own by
/// the QR code on the screen, and takes it away again.
@BrowserStory
class SecondFactorStoryTests {

  private static final String CODE = "/sign-in/code";
  private static final String PAGE = "/account/second-factor";

  private static Stage stage;

  @BeforeAll
  static void start() {
    stage = new Stage();
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  @ParameterizedTest
  @CsvSource({"security1, zh-CN, 360", "audit1, en, 1920"})
  void anAdministratorSignsInWithACode(String login, String language, int width) {
    var person = DemoPerson.of(stage.heyi().data(), login);
    var phone = Objects.requireNonNull(person.phone());
    try (var visitor = new Visitor(stage.chromium(), stage.heyi().address(), width, language)) {
      visitor.typePassword(person, CODE);
      look(visitor, "second-factor-code-%d-%s".formatted(width, language));
      assertThat(visitor.page().locator("#code").getAttribute("autocomplete"))
          .isEqualTo("one-time-code");
      assertThat(visitor.page().locator("#code").getAttribute("inputmode")).isEqualTo("numeric");
      visitor.open("/accounts");
      assertThat(Stage.path(visitor.page())).isEqualTo(CODE);

      assertThat(visitor.typeCode("000000")).isFalse();
      look(visitor, "second-factor-wrong-%d-%s".formatted(width, language));
      var code = phone.nextCode();
      assertThat(visitor.typeCode(code)).isTrue();
      assertThat(Stage.path(visitor.page())).isEqualTo("/");

      try (var other = new Visitor(stage.chromium(), stage.heyi().address(), width, language)) {
        other.typePassword(person, CODE);
        assertThat(other.typeCode(code)).as("the same code again").isFalse();
      }
    }
  }

  @Test
  void theCodeCanBeTypedWithoutJavaScript() {
    try (var visitor = stage.visitorWithoutJavaScript("system1", "zh-CN", 360)) {
      assertThat(visitor.open("/accounts")).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource({"head2, zh-CN, 360", "commission1, en, 1920"})
  void aPhoneIsSetUpByTheCodeOnTheScreen(String login, String language, int width) {
    var person = DemoPerson.of(stage.heyi().data(), login);
    var how = "%d-%s".formatted(width, language);
    List<String> recovery;
    try (var visitor = stage.visitor(login, language, width)) {
      visitor.open(PAGE);
      look(visitor, "second-factor-none-" + how);
      visitor.page().fill("#password", person.password());
      visitor.push("button[value=begin]");
      visitor.page().waitForURL(it -> it.endsWith("/set-up"));
      look(visitor, "second-factor-set-up-" + how);
      var phone = Phone.scan(visitor.page().locator(".heyi-qr").screenshot());
      visitor.page().fill("#code", phone.code());
      visitor.push("main form button.btn-primary");
      visitor.page().waitForSelector(".heyi-codes");
      look(visitor, "second-factor-recovery-" + how);
      recovery = visitor.page().locator(".heyi-codes code").allInnerTexts();
      assertThat(recovery).hasSize(10);
    }
    try (var visitor = new Visitor(stage.chromium(), stage.heyi().address(), width, language)) {
      visitor.typePassword(person, CODE);
      assertThat(visitor.typeCode(recovery.get(0))).isTrue();
      visitor.open(PAGE);
      look(visitor, "second-factor-active-" + how);
      visitor.page().fill("#code", recovery.get(1));
      visitor.push("button[value=remove]");
      visitor.page().waitForSelector("button[value=begin]");
    }
  }

  private static void look(Visitor visitor, String picture) {
    assertThat(visitor.flaws()).as(picture).isEmpty();
    assertThat(visitor.scrollsSideways()).as(picture).isFalse();
    visitor.shoot(Stage.picture(picture));
  }
}
