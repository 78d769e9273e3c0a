package org.heyi.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Somebody of the demonstration who is signed in and sends forms without a browser. The session
/// outlives Heyi's restart, so each call says where Heyi is now.
final class Terminal {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /// Heyi answered, in words, that it cannot just now.
  static final class Unavailable extends IOException {

    private static final long serialVersionUID = 1L;
    private static final Pattern CODE =
        Pattern.compile("shell\\.(?:database-away|disk-full|overloaded)");

    private final String code;

    private Unavailable(HttpResponse<String> answer) {
      super("503");
      var found = CODE.matcher(answer.body());
      if (!found.find() || answer.headers().firstValue("Retry-After").isEmpty()) {
        throw new IllegalStateException("503 without words: " + answer.body());
      }
      this.code = found.group();
    }

    String code() {
      return code;
    }
  }

  private final HttpClient http;
  private String cookie = "";
  private String token = "";

  private Terminal(HttpClient http) {
    this.http = http;
  }

  static Terminal signIn(HttpClient http, RunningHeyi heyi, String login)
      throws IOException, InterruptedException {
    var terminal = new Terminal(http);
    var person = DemoPerson.of(heyi.data(), login);
    terminal.open(heyi, "/sign-in");
    terminal.send(heyi, "/sign-in", Map.of("login", person.login(), "password", person.password()));
    terminal.open(heyi, "/");
    return terminal;
  }

  /// The page as text; it must be there.
  String open(RunningHeyi heyi, String path) throws IOException, InterruptedException {
    var answer = answer(HttpRequest.newBuilder(URI.create(heyi.address() + path)));
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(
          path + ": " + answer.statusCode() + " to " + answer.headers().firstValue("Location"));
    }
    var found = TOKEN.matcher(answer.body());
    if (found.find()) {
      token = found.group(1);
    }
    return answer.body();
  }

  HttpResponse<String> send(RunningHeyi heyi, String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    var body =
        fields.entrySet().stream()
            .map(it -> it.getKey() + "=" + encoded(it.getValue()))
            .collect(Collectors.joining("&", "_csrf=" + encoded(token) + "&", ""));
    return answer(
        HttpRequest.newBuilder(URI.create(heyi.address() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> answer(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    var answer = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    answer
        .headers()
        .firstValue("Set-Cookie")
        .filter(it -> it.startsWith("heyi-session="))
        .ifPresent(it -> cookie = it.split(";", 2)[0]);
    if (answer.statusCode() == 503) {
      throw new Unavailable(answer);
    }
    return answer;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
