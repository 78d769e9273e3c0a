package org.heyi;

import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A browser without a screen: keeps cookies and sends the token of the last page's forms.
public final class TestBrowser {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final MockMvcTester http;
  private final Map<String, Cookie> cookies = new LinkedHashMap<>();
  private String token = "";

  public TestBrowser(MockMvcTester http) {
    this.http = http;
  }

  /// Signs in on the page, as a person would.
  public MvcTestResult signIn(String login, String password) {
    get("/sign-in");
    return post("/sign-in", Map.of("login", login, "password", password));
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
    var result = request.accept("text/html").exchange();
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
