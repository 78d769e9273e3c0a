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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/// Somebody who knows a password and not the code goes straight to every route there is, as a
/// browser, as a page's script and as a program.
@HeyiTest
class HalfwayTests {

  private static final Set<String> THEIR_PAGE = Set.of("GET /sign-in/code", "POST /sign-in/code");

  private enum As {
    BROWSER,
    SCRIPT,
    PROGRAM
  }

  @Autowired MockMvcTester http;
  @Autowired Sessions sessions;

  private Staff somebody;
  private SignedIn halfway;
  private int calls;

  @BeforeEach
  void begin() {
    somebody = TestStaff.another("village-doctor", "halfway-clinic");
    TestStaff.givePhone(somebody);
    halfway = sessions.begin(somebody.account(), somebody.post(), new Caller("127.0.0.1", "test"));
  }

  @Test
  @Satisfies("PLT-08")
  void nothingOpensBeforeTheCode() {
    var opened = new ArrayList<String>();
    for (var row : RouteTable.read()) {
      if (!row.open() && !THEIR_PAGE.contains(row.key())) {
        for (var as : As.values()) {
          var answer = call(row, as, halfway);
          if (!answer.equals(as == As.BROWSER && !isApi(row) ? "302 /sign-in/code" : "401 null")) {
            opened.add("%s as %s: %s".formatted(row.key(), as, answer));
          }
        }
      }
    }
    System.out.printf("halfway in: %d calls of every route, opened %d%n", calls, opened.size());
    assertThat(calls).isGreaterThan(300);
    assertThat(opened).isEmpty();
  }

  /// The same calls by somebody who is in are answered: the walk above is no walk past closed
  /// doors.
  @Test
  void whoIsInIsAnswered() {
    var home = new RouteTable.Row("GET", "/", Set.of(), false, "", "");
    var api = new RouteTable.Row("GET", "/api/access/me", Set.of(), false, "", "");
    var in = TestStaff.another("village-doctor", "halfway-clinic");
    var whole = sessions.begin(in.account(), in.post(), new Caller("127.0.0.1", "test"));

    assertThat(call(home, As.BROWSER, whole)).isEqualTo("200 null");
    assertThat(call(home, As.SCRIPT, whole)).isEqualTo("200 null");
    assertThat(call(api, As.PROGRAM, whole)).isEqualTo("200 null");
    assertThat(call(home, As.BROWSER, halfway)).isEqualTo("302 /sign-in/code");
  }

  private String call(RouteTable.Row row, As as, SignedIn who) {
    calls++;
    var path = row.route().replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    var request =
        MockMvcRequestBuilders.request(HttpMethod.valueOf(row.method()), path)
            .param("key", UUID.randomUUID().toString())
            .accept(as == As.PROGRAM ? "application/json" : "text/html")
            .with(
                authentication(
                    UsernamePasswordAuthenticationToken.authenticated(who, null, List.of())))
            .with(csrf());
    if (as == As.SCRIPT) {
      request.header("HX-Request", "true");
    }
    var response = http.perform(request).getResponse();
    return response.getStatus() + " " + response.getRedirectedUrl();
  }

  private static boolean isApi(RouteTable.Row row) {
    return row.route().startsWith("/api/");
  }
}
