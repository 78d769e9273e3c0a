package org.heyi;

import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A browser without a screen: keeps cookies and sends the token of the last page's forms. Each has
/// an address of its own, so that the failures of one test do not rest another's.
public final class TestBrowser {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final MockMvcTester http;
  private final String address;
  private final Map<String, Cookie> cookies = new LinkedHashMap<>();
  private String token = "";

  public TestBrowser(MockMvcTester http) {
    int number = COUNT.incrementAndGet();
    this.http = http;
    this.address = "10.77.%d.%d".formatted(number / 250, number % 250);
  }

  /// Signs in on the page, as a person would, who looks at their phone if asked for a code.
  public MvcTestResult signIn(String login, String password) {
    var answer = typePassword(login, password);
    return isAskedForCode(answer) ? typeCode(TestStaff.code(login)) : answer;
  }

  /// The first step of signing in.
  public MvcTestResult typePassword(String login, String password) {
    get("/sign-in");
    return post("/sign-in", Map.of("login", login, "password", password));
  }

  /// The second.
  public MvcTestResult typeCode(String code) {
    get("/sign-in/code");
    return post("/sign-in/code", Map.of("code", code));
  }

  private static boolean isAskedForCode(MvcTestResult answer) {
    var to = answer.getResponse().getRedirectedUrl();
    return to != null && to.startsWith("/sign-in/code");
  }

  public MvcTestResult get(String path) {
    return send(http.get().uri(path));
  }

  public MvcTestResult post(String path, Map<String, String> fields) {
    var request = http.post().uri(path).param("_csrf", token);
    fields.forEach(request::param);
    return send(request);
  }

  public String cookie(String name) {
    var cookie = cookies.get(name);
    return cookie == null ? "" : cookie.getValue();
  }

  /// Another browser that got hold of this one's cookies.
  public TestBrowser copy() {
    var other = new TestBrowser(http);
    other.cookies.putAll(cookies);
    other.token = token;
    return other;
  }

  private MvcTestResult send(MockMvcRequestBuilder request) {
    if (!cookies.isEmpty()) {
      request.cookie(cookies.values().toArray(Cookie[]::new));
    }
    var result = request.remoteAddress(address).accept("text/html").exchange();
    for (var cookie : result.getResponse().getCookies()) {
      cookies.put(cookie.getName(), cookie);
    }
    var found = TOKEN.matcher(text(result));
    if (found.find()) {
      token = found.group(1);
    }
    return result;
  }

  public static String text(MvcTestResult result) {
    try {
      return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    } catch (UnsupportedEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
