package org.heyi.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Heyi behind nginx as the guide for operators sets it up: HTTPS outside, nothing but pages and
/// interfaces reachable, and Heyi's own sentences all the way.
class TlsTests {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final int TOO_MUCH = 40 * 1024 * 1024;

  private static Nginx nginx;
  private static HttpClient http;

  @BeforeAll
  static void nginxAsTheGuideSays(@TempDir Path folder) throws Exception {
    assumeTrue(
        Nginx.isInstalled() || Boolean.parseBoolean(System.getenv("HEYI_REQUIRE_BROWSER")),
        "nginx is not installed: apt-get install nginx-light");
    nginx = Nginx.before(Demonstration.running(), folder);
    var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    trusted.setCertificateEntry("heyi", nginx.certificate());
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    http =
        HttpClient.newBuilder()
            .sslContext(context)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
  }

  @AfterAll
  static void theEnd() {
    if (nginx != null) {
      http.close();
      nginx.close();
    }
  }

  @Test
  void plainHttpLeadsToHttps() throws Exception {
    var answer = send(HttpRequest.newBuilder(URI.create(nginx.plainAddress() + "/work?page=2")));

    assertThat(answer.statusCode()).isEqualTo(301);
    assertThat(answer.headers().firstValue("Location"))
        .hasValueSatisfying(it -> assertThat(it).startsWith("https://").endsWith("/work?page=2"));
  }

  @Test
  void aSessionIsForHttpsOnlyAndLinksStayThere() throws Exception {
    var answer = signIn();

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElse("/")).doesNotContain("http:");
    assertThat(cookie(answer)).contains("; Secure", "; HttpOnly");
    assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
    var page = send(request("/account").header("Cookie", cookie(answer).split(";", 2)[0]));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("127.0.0.1").doesNotContain("203.0.113.9", "http://localhost");
  }

  @Test
  void healthAndFiguresAreNotForOtherMachines() throws Exception {
    for (var path : new String[] {"/actuator", "/actuator/health", "/actuator/prometheus"}) {
      assertThat(send(request(path)).statusCode()).as(path).isNotEqualTo(200);
    }
  }

  /// Not nginx's own page, which knows no language.
  @Test
  void whatIsTooLargeIsRefusedByHeyi() throws Exception {
    var session = signIn();
    var answer =
        send(
            request("/referrals/00000000-0000-0000-0000-000000000000/files")
                .header("Cookie", cookie(session).split(";", 2)[0])
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .POST(BodyPublishers.ofByteArray(new byte[TOO_MUCH])));

    assertThat(answer.statusCode()).isIn(403, 413);
    assertThat(answer.body()).contains("<html lang=").doesNotContain("nginx");
  }

  private static HttpResponse<String> signIn() throws Exception {
    var page = send(request("/sign-in"));
    var token = TOKEN.matcher(page.body());
    assertThat(token.find()).isTrue();
    var person = DemoPerson.of(Demonstration.running().data(), "village1");
    var form =
        "login=%s&password=%s&_csrf=%s"
            .formatted(person.login(), person.password(), token.group(1));
    return send(
        request("/sign-in")
            .header("Cookie", cookie(page).split(";", 2)[0])
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(nginx.address() + path))
        .header("Accept", "text/html")
        .header("X-Forwarded-For", "203.0.113.9");
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(it -> it.startsWith("heyi-session="))
        .findFirst()
        .orElseThrow();
  }
}
