package org.heyi;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.heyi.platform.shared.Staff;

/// Somebody who comes over real HTTP, with cookies and the token of the last page's forms: a
/// [TestBrowser] for what the server itself does.
public final class TestVisitor implements AutoCloseable {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .connectTimeout(Duration.ofSeconds(10))
          .version(HttpClient.Version.HTTP_1_1)
          .build();
  private final String address;
  private String token = "";

  public TestVisitor(int port) {
    this.address = "http://127.0.0.1:" + port;
  }

  public HttpResponse<String> signIn(Staff staff) {
    return signIn(TestStaff.login(staff), TestStaff.PASSWORD);
  }

  /// As a person would, who looks at their phone if asked for a code.
  public HttpResponse<String> signIn(String login, String password) {
    get("/sign-in");
    var answer = post("/sign-in", Map.of("login", login, "password", password));
    if (!answer.headers().firstValue("Location").orElse("").contains("/sign-in/code")) {
      return answer;
    }
    get("/sign-in/code");
    return post("/sign-in/code", Map.of("code", TestStaff.code(login)));
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  public HttpResponse<String> post(String path, Map<String, String> fields) {
    var form =
        fields.entrySet().stream()
            .map(it -> encoded(it.getKey()) + "=" + encoded(it.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        request(path, "Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form + "&_csrf=" + encoded(token))));
  }

  /// A file in a form, as a browser sends it.
  public HttpResponse<String> upload(String path, String name, byte[] content, String key) {
    var boundary = "heyi-" + key;
    var before =
        """
        --%1$s
        Content-Disposition: form-data; name="_csrf"

        %2$s
        --%1$s
        Content-Disposition: form-data; name="key"

        %3$s
        --%1$s
        Content-Disposition: form-data; name="file"; filename="%4$s"
        Content-Type: application/octet-stream

        """
            .formatted(boundary, token, key, name)
            .replace("\n", "\r\n");
    return send(
        request(path, "Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofString(before),
                    BodyPublishers.ofByteArray(content),
                    BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"))));
  }

  /// Any body, with the token as a header.
  public HttpResponse<String> send(String method, String path, String body, String... headers) {
    return send(
        request(path, headers)
            .header("X-CSRF-TOKEN", token)
            .method(method, BodyPublishers.ofString(body)));
  }

  public List<HttpCookie> cookies() {
    return cookies.getCookieStore().getCookies();
  }

  private HttpRequest.Builder request(String path, String... headers) {
    var request = HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofMinutes(1));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    if (List.of(headers).stream().noneMatch("Accept"::equals)) {
      request.header("Accept", "text/html");
    }
    return request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      var answer = http.send(request.build(), BodyHandlers.ofString());
      var found = TOKEN.matcher(answer.body());
      if (found.find()) {
        token = found.group(1);
      }
      return answer;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    http.close();
  }
}
