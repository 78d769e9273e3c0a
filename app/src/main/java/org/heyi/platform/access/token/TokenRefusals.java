package org.heyi.platform.access.token;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.heyi.platform.shell.api.ProblemAnswers;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/// Answers a system whose token is not good, or not for this: the header of RFC 6750, and under
/// `/api` a sentence.
@Component
class TokenRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

  private final BearerTokenAuthenticationEntryPoint unknown =
      new BearerTokenAuthenticationEntryPoint();
  private final BearerTokenAccessDeniedHandler denied = new BearerTokenAccessDeniedHandler();
  private final ProblemAnswers answers;

  TokenRefusals(ProblemAnswers answers) {
    this.answers = answers;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    unknown.commence(request, response, why);
    say(request, response);
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException {
    denied.handle(request, response, why);
    say(request, response);
  }

  /// The library knows the status of each fault.
  private void say(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (ProblemAnswers.isApi(request)) {
      answers.write(HttpStatus.valueOf(response.getStatus()), request, response);
    }
  }
}
