package org.heyi.platform.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.heyi.platform.shell.OwnPath;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// Between Spring Security's form sign-in and [SignIns]; afterwards it leads to the page for the
/// code or to where one wanted to go, or back to the page with the reason.
@Component
class SignInDoor
    implements AuthenticationProvider, AuthenticationSuccessHandler, AuthenticationFailureHandler {

  private final SignIns signIns;
  private final Sessions sessions;

  SignInDoor(SignIns signIns, Sessions sessions) {
    this.signIns = signIns;
    this.sessions = sessions;
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
    var next = OwnPath.of(request.getParameter("next"));
    var halfway =
        sessions.standing((SignedIn) Objects.requireNonNull(who.getPrincipal())).isEmpty();
    response.sendRedirect(
        halfway ? link(UriComponentsBuilder.fromPath(Routes.CODE), next) : next.orElse("/"));
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
      throws IOException {
    var outcome = refused instanceof SignInRefused said ? said.outcome() : Outcome.WRONG;
    var link = UriComponentsBuilder.fromPath(Routes.SIGN_IN).queryParam("said", outcome.word());
    response.sendRedirect(link(link, OwnPath.of(request.getParameter("next"))));
  }

  private static String link(UriComponentsBuilder page, Optional<String> next) {
    next.ifPresent(_ -> page.queryParam("next", "{next}"));
    return page.encode().buildAndExpand(next.orElse("")).toUriString();
  }
}
