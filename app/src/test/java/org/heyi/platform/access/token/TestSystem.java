package org.heyi.platform.access.token;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.heyi.TestBrowser;
import org.heyi.TestStaff;
import org.heyi.platform.access.Accounts;
import org.heyi.platform.access.OpenAccount;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Staff;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/// The HIS of a hospital, and what it does to get in.
record TestSystem(
    MockMvcTester http, Staff administrator, AccountId id, String login, String secret) {

  static final String HOSPITAL = "token-hospital";
  private static final String OFFICE = "token-commission";
  private static final AtomicInteger COUNT = new AtomicInteger();

  /// Opened as an administrator does it.
  static TestSystem open(MockMvcTester http, Accounts accounts) {
    var administrator = TestStaff.with("system-admin", OFFICE);
    TestStaff.with("physician", HOSPITAL);
    var login = "his" + COUNT.incrementAndGet();
    var opened =
        accounts.open(
            new OpenAccount(
                login,
                "医院信息系统",
                "13800000000",
                "hospital-system",
                new InstitutionId(HOSPITAL),
                null,
                LocalDate.of(2026, 11, 23)),
            administrator);
    return new TestSystem(http, administrator, opened.account(), login, opened.oneTimePassword());
  }

  TestSystem with(String login, String secret) {
    return new TestSystem(http, administrator, id, login, secret);
  }

  MvcTestResult ask(String scope) {
    var pair = (login + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return http.post()
        .uri("/oauth2/token")
        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair))
        .param("grant_type", "client_credentials")
        .param("scope", scope)
        .exchange();
  }

  String token(String scope) {
    var answer = TestBrowser.text(ask(scope));
    return new JsonMapper().readTree(answer).path("access_token").stringValue("");
  }

  MvcTestResult me(String token) {
    return get("/api/access/me", token);
  }

  MvcTestResult get(String path, String token) {
    return http.get()
        .uri(path)
        .header("Authorization", "Bearer " + token)
        .accept("application/json")
        .exchange();
  }
}
