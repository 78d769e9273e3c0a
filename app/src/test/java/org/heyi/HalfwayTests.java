package org.heyi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.heyi.platform.access.signin.Caller;
import org.heyi.platform.access.signin.Sessions;
import org.heyi.platform.access.signin.SignedIn;
import org.heyi.platform.shared.Staff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/// Somebody who is not wholly in goes straight to every route there is, as a browser, as a page's
/// script and as a program: with a password and no code, and as an administrator without a phone.
@HeyiTest
class HalfwayTests {

  private static final String CODE = "/sign-in/code";
  private static final String FACTOR = "/account/second-factor";

  private enum As {
    BROWSER,
    SCRIPT,
    PROGRAM
  }

  @Autowired MockMvcTester http;
  @Autowired Sessions sessions;
  @Autowired JdbcClient jdbc;

  private int calls;

  @Test
  @Satisfies("PLT-08")
  void nothingOpensBeforeTheCode() {
    var opened = opened(halfway(), CODE);

    System.out.printf("halfway in: %d calls of every route, opened %d%n", calls, opened.size());
    assertThat(calls).isGreaterThan(300);
    assertThat(opened).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"system-admin", "security-admin", "audit-admin"})
  @Satisfies("PLT-08")
  void nothingOpensToAnAdministratorWithoutAPhoneButItsSetUp(String role) {
    var who = withoutPhone(role);
    var opened = opened(who, FACTOR);

    System.out.printf(
        "%s without a phone: %d calls of every route, opened %d%n", role, calls, opened.size());
    assertThat(calls).isGreaterThan(300);
    assertThat(opened).isEmpty();
    assertThat(call(get(FACTOR), As.BROWSER, who)).isEqualTo("200 null");
  }

  /// The same calls by somebody who is in are answered: the walks above are no walks past closed
  /// doors.
  @Test
  void whoIsInIsAnswered() {
    var whole = begin(TestStaff.another("village-doctor", "halfway-clinic"));

    assertThat(call(get("/"), As.BROWSER, whole)).isEqualTo("200 null");
    assertThat(call(get("/"), As.SCRIPT, whole)).isEqualTo("200 null");
    assertThat(call(get("/api/access/me"), As.PROGRAM, whole)).isEqualTo("200 null");
    assertThat(call(get("/"), As.BROWSER, halfway())).isEqualTo("302 " + CODE);
  }

  private SignedIn halfway() {
    var somebody = TestStaff.another("village-doctor", "halfway-clinic");
    TestStaff.givePhone(somebody);
    return begin(somebody);
  }

  private SignedIn withoutPhone(String role) {
    var administrator = TestStaff.another(role, "halfway-commission");
    jdbc.sql("delete from access.factor where account = :account")
        .param("account", administrator.account().value())
        .update();
    return begin(administrator);
  }

  private SignedIn begin(Staff staff) {
    return sessions.begin(staff.account(), staff.post(), new Caller("127.0.0.1", "test"));
  }

  /// What answers otherwise than by leading to the one page that is theirs.
  private List<String> opened(SignedIn who, String page) {
    var opened = new ArrayList<String>();
    for (var row : RouteTable.read()) {
      if (!row.open() && !row.route().startsWith(page)) {
        for (var as : As.values()) {
          var led = as == As.BROWSER && !row.route().startsWith("/api/");
          var answer = call(row, as, who);
          if (!answer.equals(led ? "302 " + page : "401 null")) {
            opened.add("%s as %s: %s".formatted(row.key(), as, answer));
          }
        }
      }
    }
    return opened;
  }

  private static RouteTable.Row get(String route) {
    return new RouteTable.Row("GET", route, Set.of(), false, "", "");
  }

  private String call(RouteTable.Row row, As as, SignedIn who) {
    calls++;
    var path = row.route().replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    var request =
        MockMvcRequestBuilders.request(HttpMethod.valueOf(row.method()), path)
            .accept(as == As.PROGRAM ? "application/json" : "text/html")
            .with(
                authentication(
                    UsernamePasswordAuthenticationToken.authenticated(who, null, List.of())))
            .with(csrf());
    if (!row.method().equals("GET")) {
      request.param("key", UUID.randomUUID().toString());
    }
    if (as == As.SCRIPT) {
      request.header("HX-Request", "true");
    }
    var response = http.perform(request).getResponse();
    return response.getStatus() + " " + response.getRedirectedUrl();
  }
}
