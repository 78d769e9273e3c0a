package org.heyi.platform.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.heyi.HeyiTest;
import org.heyi.TestStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// What goes wrong on a real server: the right number, every header, a sentence in the reader's
/// language and nothing about the inside.
@HeyiTest
class ErrorAnswersTests {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final int TOO_MUCH = 32 * 1024 * 1024;

  @LocalServerPort int port;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mapping;

  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .connectTimeout(Duration.ofSeconds(10))
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  private final RequestMappingInfo broken = RequestMappingInfo.paths("/test/broken").build();

  @BeforeEach
  void aPageThatFails() throws Exception {
    mapping.registerMapping(broken, new Broken(), Broken.class.getDeclaredMethod("fail"));
    var staff = TestStaff.with("village-doctor", "errors-clinic");
    var form = "login=%s&password=%s".formatted(TestStaff.login(staff), TestStaff.PASSWORD);
    assertThat(post("/sign-in", form + "&_csrf=" + token("/sign-in")).statusCode()).isEqualTo(302);
  }

  @AfterEach
  void thePageIsGone() {
    mapping.unregisterMapping(broken);
  }

  /// Not a bean of the context: no route of the application.
  static final class Broken {
    public String fail() {
      throw new IllegalStateException("secret of the inside");
    }
  }

  @Test
  void aPathThatIsNone() throws Exception {
    check(get("/a;b", "zh-CN"), 400, "提交的内容有误");
    check(get("/a;b", "en"), 400, "What was sent is not valid");
  }

  /// What the server itself refuses, before the application has seen it.
  @Test
  void aPathThatTheServerRefuses() throws Exception {
    for (var line :
        new String[] {"GET /a%2Fb HTTP/1.1", "GET /a%zz HTTP/1.1", "GET /<> HTTP/1.1"}) {
      var answer = raw(line);
      assertThat(answer).as(line).startsWith("HTTP/1.1 400");
      assertThat(answer)
          .as(line)
          .contains(
              "Content-Security-Policy: default-src 'self'", "X-Content-Type-Options: nosniff")
          .contains("提交的内容有误", "<html lang=\"zh-CN\">")
          .doesNotContain("Tomcat", "Exception", "style");
    }
  }

  @Test
  void aForgedForm() throws Exception {
    check(post("/sign-out", "_csrf=forged"), 403, "您的岗位没有这项权限");
  }

  @Test
  void aPageThatIsNotThere() throws Exception {
    check(get("/no-such-page", "zh-CN"), 404, "没有这个页面");
    check(get("/no-such-page", "en"), 404, "There is no such page");
  }

  @Test
  void aMethodThatAPageDoesNotHave() throws Exception {
    check(post("/policy", "_csrf=" + encoded(token("/account"))), 405, "不接受这种操作");
  }

  @Test
  void moreThanTheServerTakes() throws Exception {
    check(upload(encoded(token("/account"))), 413, "提交的内容太大");
  }

  @Test
  void somethingThatNobodyForesaw() throws Exception {
    var answer = get("/test/broken", "zh-CN");

    check(answer, 500, "系统出错");
    assertThat(answer.body())
        .as("the number under which the log has it")
        .contains(answer.headers().firstValue("X-Request-Id").orElseThrow());
    assertThat(answer.body()).doesNotContain("secret of the inside", "IllegalState");
  }

  @Test
  void aFileThatIsTheSameForEverybody() throws Exception {
    var answer = get("/heyi.css", "zh-CN");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
  }

  private static void check(HttpResponse<String> answer, int status, String said) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(said).contains("<html lang=").doesNotContain("Tomcat");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'", "frame-ancestors 'none'");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
    assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(answer.headers().firstValue("Server")).isEmpty();
  }

  private String token(String page) throws Exception {
    var found = TOKEN.matcher(get(page, "zh-CN").body());
    assertThat(found.find()).as(page).isTrue();
    return found.group(1);
  }

  private HttpResponse<String> get(String path, String language) throws Exception {
    return http.send(request(path, language).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String form) throws Exception {
    return http.send(
        request(path, "zh-CN")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> upload(String token) throws Exception {
    var head =
        """
        --cut\r
        Content-Disposition: form-data; name="_csrf"\r
        \r
        %s\r
        --cut\r
        Content-Disposition: form-data; name="file"; filename="a.jpg"\r
        Content-Type: image/jpeg\r
        \r
        """
            .formatted(token);
    var body =
        BodyPublishers.concat(
            BodyPublishers.ofString(head),
            BodyPublishers.ofByteArray(new byte[TOO_MUCH]),
            BodyPublishers.ofString("\r\n--cut--\r\n"));
    return http.send(
        request("/referrals/00000000-0000-0000-0000-000000000000/files", "zh-CN")
            .header("Content-Type", "multipart/form-data; boundary=cut")
            .POST(body)
            .build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, String language) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(30))
        .header("Accept", "text/html")
        .header("Accept-Language", language);
  }

  /// What no client would send.
  private String raw(String line) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write(
              (line + "\r\nHost: x\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
