package org.heyi.platform.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// Between Spring Security's form sign-in and [SignIns]; afterwards it leads to where one wanted to
/// go, or back to the page with the reason.
@Component
class SignInDoor
    implements AuthenticationProvider, AuthenticationSuccessHandler, AuthenticationFailureHandler {

  private final SignIns signIns;

  SignInDoor(SignIns signIns) {
    this.signIns = signIns;
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  @Override
  public Authentication authenticate(Authentication typed) {
    var password = typed.getCredentials() == null ? "" : typed.getCredentials().toString();
    var caller = Objects.requireNonNull((Caller) typed.getDetails());
    return UsernamePasswordAuthenticationToken.authenticated(
        signIns.judge(typed.getName(), password, caller), null, List.of());
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication who)
      throws IOException {
    var next = request.getParameter("next");
    response.sendRedirect(isOwnPath(next) ? next : "/");
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
      throws IOException {
    var outcome = refused instanceof SignInRefused said ? said.outcome() : Outcome.WRONG;
    var next = request.getParameter("next");
    var link = UriComponentsBuilder.fromPath(Routes.SIGN_IN).queryParam("said", outcome.word());
    if (isOwnPath(next)) {
      link.queryParam("next", "{next}");
    }
    response.sendRedirect(link.encode().buildAndExpand(next).toUriString());
  }

  /// `//elsewhere` and `/\elsewhere` are other hosts to a browser.
  static boolean isOwnPath(@Nullable String path) {
    return path != null && path.matches("/([^/\\\\].*)?") && path.chars().noneMatch(it -> it < ' ');
  }
}
