package org.heyi.platform.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.heyi.HeyiTest;
import org.heyi.TestStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// What a real server answers while its database is away.
@HeyiTest
class OutageAnswersTests {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final String LATE = "after the redirect";
  private static final int CALLERS = 200;

  /// `connection-timeout` of `application.properties`, and room for a busy machine.
  private static final Duration BOUND = Duration.ofSeconds(9);

  @LocalServerPort int port;
  @LocalManagementPort int managementPort;
  @Autowired DataSource database;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mapping;

  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  private final RequestMappingInfo away =
      RequestMappingInfo.paths("/test/away", "/api/test/away").build();

  @BeforeEach
  void aPageWhoseDatabaseIsAway() throws Exception {
    mapping.registerMapping(
        away,
        new Away(),
        Away.class.getDeclaredMethod("ask", String.class, HttpServletResponse.class));
    var staff = TestStaff.with("village-doctor", "outage-clinic");
    var form = Map.of("login", TestStaff.login(staff), "password", TestStaff.PASSWORD);
    assertThat(post("/sign-in", form).statusCode()).isEqualTo(302);
  }

  @AfterEach
  void thePageIsGone() {
    mapping.unregisterMapping(away);
  }

  /// Not a bean of the context: no route of the application.
  static final class Away {
    public String ask(@RequestParam("state") String state, HttpServletResponse response)
        throws IOException {
      if (state.isEmpty()) {
        return "shell/home";
      }
      if (state.equals(LATE)) {
        response.sendRedirect("/account");
      }
      throw new DataAccessResourceFailureException(
          "x", new SQLException("inside", state.equals(LATE) ? "08006" : state));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "08006, zh-CN, 连不上数据库",
    "08006, en, cannot reach its database",
    "53100, zh-CN, 磁盘已满",
    "53100, en, disk is full",
    "57014, zh-CN, 系统正忙",
    "57014, en, Too much is going on"
  })
  void aPageSaysSoInTheReadersLanguage(String state, String language, String said)
      throws Exception {
    var answer = send(request("/test/away?state=" + state).header("Accept-Language", language));

    check(answer);
    assertThat(answer.body())
        .contains(said, "<html lang=\"" + language, "href=\"/test/away?state=" + state)
        .doesNotContain("inside");
  }

  @Test
  void aFormThatCarriesAKeyIsOfferedAgainAsItWas() throws Exception {
    var form = Map.of("state", "08006", "key", "k-1", "text", "胸痛 <b> \"三天\"");

    var answer = post("/test/away", form);

    check(answer);
    assertThat(answer.body())
        .contains(
            "action=\"/test/away\" method=\"post\"",
            "name=\"key\" value=\"k-1\"",
            "name=\"text\" value=\"胸痛 &lt;b> &#34;三天&#34;\"",
            "name=\"_csrf\" value=\"")
        .contains("不会重复办理");
  }

  /// Sent again it might have a second effect, or it is a password.
  @Test
  void anyOtherFormIsNotSentAgainByItself() throws Exception {
    var answer = post("/test/away", Map.of("state", "08006", "password", "Geheim-7"));

    check(answer);
    assertThat(answer.body()).doesNotContain("Geheim-7", "method=\"post\"").contains("后退");
  }

  /// The session is read once more after the redirect: whoever is sent on must arrive.
  @Test
  void aRedirectIsTakenBackWhenTheDatabaseIsLostAfterIt() throws Exception {
    var answer = post("/test/away", Map.of("state", LATE, "key", "k-2"));

    check(answer);
    assertThat(answer.headers().firstValue("Location")).isEmpty();
    assertThat(answer.body()).contains("name=\"key\" value=\"k-2\"");
  }

  @Test
  void aProgramIsToldInItsForm() throws Exception {
    var answer = send(request("/api/test/away?state=08006").header("Accept", "*/*"));

    check(answer);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(it -> assertThat(it).startsWith("application/problem+json"));
    assertThat(answer.body())
        .contains("\"status\":503", "\"urn:problem:shell.database-away\"", "连不上数据库");
  }

  /// htmx puts the sentence where the hits would be; what is typed stays.
  @Test
  void aPartOfAPageIsASentence() throws Exception {
    var answer =
        send(
            request("/test/away?state=57014")
                .header("HX-Request", "true")
                .header("HX-Target", "hits"));

    check(answer);
    assertThat(answer.body())
        .startsWith("<div id=\"hits\" class=\"alert")
        .contains("系统正忙")
        .doesNotContain("<html");
  }

  /// R15: every connection is in use for longer than anybody would wait.
  @Test
  void whenAllConnectionsAreInUseEverybodyIsToldInTime() throws Exception {
    var held = new ArrayList<AutoCloseable>();
    var asked = new ArrayList<Future<Duration>>();
    try (var callers = Executors.newFixedThreadPool(CALLERS)) {
      takeAll(held);
      for (int i = 0; i < CALLERS; i++) {
        asked.add(callers.submit(this::waited));
      }
      TimeUnit.SECONDS.sleep(1);
      var alive = System.nanoTime();
      assertThat(health("liveness").statusCode()).isEqualTo(200);
      var health = Duration.ofNanos(System.nanoTime() - alive);
      var times = new ArrayList<Duration>();
      for (var it : asked) {
        times.add(it.get());
      }
      times.sort(null);
      System.out.printf(
          "R15: %d callers without a connection, told p50 %d ms, p99 %d ms, slowest %d ms;"
              + " liveness meanwhile %d ms%n",
          CALLERS,
          times.get(CALLERS / 2).toMillis(),
          times.get(CALLERS * 99 / 100).toMillis(),
          times.getLast().toMillis(),
          health.toMillis());
      assertThat(health("readiness").statusCode()).isEqualTo(503);
      assertThat(times.getLast()).isLessThan(BOUND);
      assertThat(health).isLessThan(Duration.ofSeconds(2));
    } finally {
      for (var it : held) {
        it.close();
      }
    }
    assertThat(send(request("/account")).statusCode()).isEqualTo(200);
    assertThat(health("readiness").statusCode()).isEqualTo(200);
  }

  private void takeAll(List<AutoCloseable> held) throws SQLException {
    var pool = database.unwrap(HikariDataSource.class);
    for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
      held.add(database.getConnection());
    }
  }

  private Duration waited() throws Exception {
    var began = System.nanoTime();
    var answer = send(request("/account"));
    check(answer);
    assertThat(answer.body()).contains("系统正忙");
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private HttpResponse<String> health(String group) throws Exception {
    var address = "http://127.0.0.1:" + managementPort + "/actuator/health/" + group;
    return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
  }

  private static void check(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("10");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'");
  }

  private HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
    var body =
        fields.entrySet().stream()
            .map(it -> it.getKey() + "=" + encoded(it.getValue()))
            .collect(Collectors.joining("&", "_csrf=" + encoded(token()) + "&", ""));
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  private String token() throws Exception {
    var found = TOKEN.matcher(send(request("/sign-in")).body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    var whole = request.build();
    if (whole.headers().firstValue("Accept").isEmpty()) {
      whole = HttpRequest.newBuilder(whole, (_, _) -> true).header("Accept", "text/html").build();
    }
    return http.send(whole, BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(60));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
