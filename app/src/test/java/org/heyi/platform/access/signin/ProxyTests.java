package org.heyi.platform.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.catalina.valves.RemoteIpValve;
import org.heyi.HeyiTest;
import org.heyi.TestStaff;
import org.heyi.platform.shared.Staff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// HTTPS ends at a reverse proxy: what it says of the caller counts, and only what it says itself.
/// These tests call from this machine, so they are the proxy.
@HeyiTest
class ProxyTests {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final String CALLER = "203.0.113.7";

  @LocalServerPort int port;
  @Autowired ServletWebServerApplicationContext context;
  @Autowired JdbcClient jdbc;

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(10))
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  @Test
  void behindHttpsCookiesAreSecureAndTheBrowserIsToldToStayThere() throws Exception {
    var staff = TestStaff.with("village-doctor", "proxy-clinic");

    var answer = signIn(staff, CALLER, "https");

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(cookie(answer)).contains("; Secure", "; HttpOnly", "; SameSite=Lax");
    assertThat(answer.headers().firstValue("Strict-Transport-Security"))
        .contains("max-age=31536000; includeSubDomains");
    assertThat(answer.headers().firstValue("Location").orElse("/")).doesNotContain("http:");
    assertThat(address(staff)).isEqualTo(CALLER);
  }

  @Test
  void withoutHttpsNothingIsPromised() throws Exception {
    var answer = signIn(TestStaff.with("village-doctor", "proxy-clinic"), CALLER, "http");

    assertThat(cookie(answer)).doesNotContain("Secure");
    assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
  }

  /// The caller can write anything into the header; the proxy adds whom it saw at its end.
  @Test
  void whatTheCallerClaimsOfItselfIsNotBelieved() throws Exception {
    var staff = TestStaff.with("village-doctor", "proxy-clinic");

    signIn(staff, "198.51.100.1, 10.0.0.3, " + CALLER, "https");

    assertThat(address(staff)).isEqualTo(CALLER);
  }

  /// Tomcat would believe every private address; in a hospital's network those are the callers.
  @Test
  void onlyThisMachineIsAProxyUnlessToldOtherwise() {
    var server = (TomcatWebServer) Objects.requireNonNull(context.getWebServer());
    var valve =
        Arrays.stream(server.getTomcat().getEngine().getPipeline().getValves())
            .filter(RemoteIpValve.class::isInstance)
            .map(RemoteIpValve.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat("127.0.0.1").matches(valve.getInternalProxies());
    assertThat("0:0:0:0:0:0:0:1").matches(valve.getInternalProxies());
    for (var address : new String[] {"10.0.0.3", "192.168.1.9", "172.16.4.4", "169.254.0.1"}) {
      assertThat(address).doesNotMatch(valve.getInternalProxies());
    }
    assertThat(valve.getTrustedProxies()).isNull();
  }

  private HttpResponse<String> signIn(Staff staff, String forwardedFor, String scheme)
      throws Exception {
    var page = send(request("/sign-in", forwardedFor, scheme));
    var token = TOKEN.matcher(page.body());
    assertThat(token.find()).isTrue();
    var form =
        "login=%s&password=%s&_csrf=%s"
            .formatted(TestStaff.login(staff), TestStaff.PASSWORD, token.group(1));
    return send(
        request("/sign-in", forwardedFor, scheme)
            .header("Cookie", cookie(page).split(";", 2)[0])
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  private HttpRequest.Builder request(String path, String forwardedFor, String scheme) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(30))
        .header("Accept", "text/html")
        .header("X-Forwarded-For", forwardedFor)
        .header("X-Forwarded-Proto", scheme);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(it -> it.startsWith("heyi-session="))
        .findFirst()
        .orElseThrow();
  }

  private String address(Staff staff) {
    return jdbc.sql(
            "select address from access.sign_in where account = :account order by at desc limit 1")
        .param("account", staff.account().value())
        .query(String.class)
        .single();
  }
}
