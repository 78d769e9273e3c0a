package org.heyi.platform.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.heyi.HeyiTest;
import org.heyi.TestBrowser;
import org.heyi.TestStaff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// What every answer tells the browser, good or bad.
@HeyiTest
class SecurityHeadersTests {

  @Autowired MockMvcTester http;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sign-in",
        "/",
        "/error",
        "/no-such-page",
        "/setup/none",
        "/accounts",
        "/a/../b",
        "//x"
      })
  void everyAnswerIsGuarded(String path) {
    var answer =
        http.get().uri(java.net.URI.create(path)).accept("text/html").exchange().getResponse();

    assertThat(answer.getHeader("Content-Security-Policy"))
        .contains("default-src 'self'", "frame-ancestors 'none'", "form-action 'self'")
        .doesNotContain("unsafe");
    assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("same-origin");
    assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void filesMayBeKeptAndHttpsStaysHttps() {
    assertThat(
            http.get()
                .uri("/webjars/htmx.org/2.0.10/dist/htmx.min.js")
                .exchange()
                .getResponse()
                .getHeader("Cache-Control"))
        .contains("immutable");
    assertThat(
            http.get()
                .uri("/sign-in")
                .exchange()
                .getResponse()
                .getHeader("Strict-Transport-Security"))
        .isNull();
    assertThat(
            http.get()
                .uri("/sign-in")
                .secure(true)
                .exchange()
                .getResponse()
                .getHeader("Strict-Transport-Security"))
        .startsWith("max-age=31536000");
  }

  @Test
  void aFormWithoutItsTokenHasNoEffect() {
    var staff = TestStaff.another("village-doctor", "headers-clinic");
    var browser = new TestBrowser(http);
    browser.signIn(TestStaff.login(staff), TestStaff.PASSWORD);

    var forged = browser.post("/sign-out", Map.of("_csrf", "forged"));

    assertThat(browser.get("/account")).hasStatusOk();
    assertThat(forged).hasStatus(403);
    assertThat(
            http.post()
                .uri("/sign-in")
                .param("login", "x")
                .param("password", "y")
                .accept("text/html"))
        .hasRedirectedUrl("/sign-in?said=session-over");
  }

  @Test
  void programsAreToldAndHtmxReloads() {
    assertThat(http.get().uri("/api/residents").accept("application/json")).hasStatus(401);
    assertThat(http.get().uri("/accounts").header("HX-Request", "true")).hasStatus(401);
  }
}
