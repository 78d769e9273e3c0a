package org.heyi.platform.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.TestBrowser;
import org.heyi.TestStaff;
import org.heyi.platform.access.AccessSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// What is counted of sign-ins.
@HeyiTest
class SignInFiguresTests {

  @Autowired MockMvcTester http;
  @Autowired SignInFigures figures;
  @Autowired AccessSettings settings;
  @Autowired MovableClock clock;

  /// Other tests live in the same time; this one in a year of its own.
  @BeforeEach
  void aYearOfItsOwn() {
    clock.advance(Duration.ofDays(3 * 365));
  }

  @Test
  void sessionsAreCountedWhileTheyLive() {
    var person = TestStaff.another("village-doctor", "signinfigures-clinic");
    assertThat(number("access.sessions", "")).isZero();

    var browser = new TestBrowser(http);
    browser.signIn(TestStaff.login(person), TestStaff.PASSWORD);
    assertThat(number("access.sessions", "")).isEqualTo(1);
    assertThat(number("access.sign-ins", "signed-in")).isEqualTo(1);

    clock.advance(settings.idle().plusMinutes(2));
    assertThat(number("access.sessions", "")).isZero();
  }

  @Test
  void aNameThatRestsIsCountedUntilItHasRested() {
    var person = TestStaff.another("village-doctor", "signinfigures-clinic");
    for (int i = 0; i < settings.attempts(); i++) {
      assertThat(number("access.locked-out", "login")).isZero();
      new TestBrowser(http).signIn(TestStaff.login(person), "wrong");
    }
    assertThat(number("access.locked-out", "login")).isEqualTo(1);
    assertThat(number("access.locked-out", "address")).isZero();
    assertThat(number("access.sign-ins", "wrong")).isEqualTo(settings.attempts());

    clock.advance(settings.rest().plusSeconds(1));
    assertThat(number("access.locked-out", "login")).isZero();
  }

  private double number(String name, String part) {
    return figures.figures().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow()
        .parts()
        .getOrDefault(part, 0.0);
  }
}
