package org.heyi.platform.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.heyi.platform.shell.api.ProblemAnswers;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// Answers whoever may not pass: people are led to the sign-in page and from there to where they
/// wanted to go, programs get 401 or 403.
@Component
class Doorkeeper implements AuthenticationEntryPoint, AccessDeniedHandler {

  private final ProblemAnswers answers;

  Doorkeeper(ProblemAnswers answers) {
    this.answers = answers;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException unknown)
      throws IOException {
    if (tells(request, response)) {
      return;
    }
    var link = UriComponentsBuilder.fromPath(Routes.SIGN_IN);
    if (HttpMethod.GET.matches(request.getMethod()) && !request.getRequestURI().equals("/")) {
      var query = request.getQueryString();
      link.queryParam("next", "{next}");
      response.sendRedirect(
          link.encode()
              .buildAndExpand(request.getRequestURI() + (query == null ? "" : "?" + query))
              .toUriString());
      return;
    }
    response.sendRedirect(link.toUriString());
  }

  /// Tells a program that nobody is signed in, which is no news to a person.
  boolean tells(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (ProblemAnswers.isApi(request)) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      answers.write(HttpStatus.UNAUTHORIZED, request, response);
      return true;
    }
    if (isProgram(request)) {
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
      return true;
    }
    return false;
  }

  /// Nearly always a form whose session is over. Who is signed in sees the refusal.
  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException {
    if (ProblemAnswers.isApi(request)) {
      answers.write(HttpStatus.FORBIDDEN, request, response);
      return;
    }
    if (SecurityContextHolder.getContext().getAuthentication() == null && !isProgram(request)) {
      response.sendRedirect(Routes.SIGN_IN + "?said=session-over");
      return;
    }
    response.sendError(HttpServletResponse.SC_FORBIDDEN);
  }

  /// htmx asks for parts of pages; heyi.js answers 401 with a fresh page.
  private static boolean isProgram(HttpServletRequest request) {
    var accept = request.getHeader("Accept");
    return request.getHeader("HX-Request") != null
        || (accept != null && accept.contains("json") && !accept.contains("text/html"));
  }
}
