package org.heyi.platform.access.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/// The paths that security itself knows. Every other path needs somebody signed in.
final class Routes {

  static final String SIGN_IN = "/sign-in";
  static final String CODE = "/sign-in/code";
  static final String SIGN_OUT = "/sign-out";
  static final String PASSWORD = "/account/password";
  static final String FACTOR = "/account/second-factor";
  static final String POSTS = "/account/posts";

  /// Files that are the same for everybody.
  static final RequestMatcher STATIC =
      any(HttpMethod.GET, "/webjars/**", "/heyi.css", "/heyi.js", "/heyi.svg", "/favicon.ico");

  /// Pages for people who are not signed in.
  static final RequestMatcher PUBLIC = any(null, SIGN_IN, "/setup/{token}", "/language", "/error");

  static RequestMatcher any(@Nullable HttpMethod method, String... paths) {
    var matchers = new RequestMatcher[paths.length];
    for (int i = 0; i < paths.length; i++) {
      matchers[i] = PathPatternRequestMatcher.withDefaults().matcher(method, paths[i]);
    }
    return new OrRequestMatcher(matchers);
  }

  private Routes() {}
}
