package org.heyi.bench;

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
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One person's browser: a session cookie and the form token of the page last asked for it.
public final class Browser implements AutoCloseable {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final String address;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .build();
  private String token = "";

  public Browser(String address) {
    this.address = address;
  }

  public void signIn(String login, String password) throws IOException, InterruptedException {
    token = tokenOf("/sign-in");
    var answer = post("/sign-in", Map.of("login", login, "password", password));
    var to = answer.headers().firstValue("Location").orElse("");
    if (answer.statusCode() != 302 || to.contains("sign-in")) {
      throw new IllegalStateException(login + " cannot sign in: " + answer.statusCode() + " " + to);
    }
    token = tokenOf("/");
  }

  private String tokenOf(String path) throws IOException, InterruptedException {
    var page = get(path).body();
    var found = TOKEN.matcher(page);
    if (!found.find()) {
      throw new IllegalStateException("no form token on " + path);
    }
    return found.group(1);
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(request(path).GET().build(), BodyHandlers.ofString());
  }

  public HttpResponse<String> post(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    var all = new HashMap<>(fields);
    all.put("_csrf", token);
    var body =
        all.entrySet().stream()
            .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    var request =
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body));
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path)).timeout(LONGEST);
  }

  @Override
  public void close() {
    http.close();
  }
}
