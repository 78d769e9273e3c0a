package org.heyi.platform.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.heyi.platform.shared.Problem;
import org.heyi.platform.shared.ProblemException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// Says a refusal in the reader's language: a page for people, RFC 9457 for systems.
@ControllerAdvice
class ProblemAdvice {

  private final Frames frames;
  private final ObjectProvider<CurrentStaff> current;
  private final ObjectProvider<RefusalSink> sinks;

  ProblemAdvice(
      Frames frames, ObjectProvider<CurrentStaff> current, ObjectProvider<RefusalSink> sinks) {
    this.frames = frames;
    this.current = current;
    this.sinks = sinks;
  }

  @ExceptionHandler(produces = "text/html")
  ModelAndView page(ProblemException refused, HttpServletRequest request) {
    tell(refused, request);
    return page(refused.problem(), text(refused, request));
  }

  @ExceptionHandler(produces = {"application/problem+json", "application/json"})
  ResponseEntity<ProblemDetail> json(ProblemException refused, HttpServletRequest request) {
    tell(refused, request);
    var detail =
        ProblemDetail.forStatusAndDetail(status(refused.problem()), text(refused, request));
    detail.setType(URI.create("urn:problem:" + refused.problem().code()));
    return ResponseEntity.of(detail).build();
  }

  /// An id that is none, or a path nobody serves: both are "not found".
  @ExceptionHandler(
      exception = {MethodArgumentTypeMismatchException.class, NoResourceFoundException.class},
      produces = "text/html")
  ModelAndView noSuchPage(HttpServletRequest request) {
    return page(ShellProblem.PAGE_NOT_FOUND, frames.words(request).of(ShellProblem.PAGE_NOT_FOUND));
  }

  @ExceptionHandler(
      exception = {MethodArgumentTypeMismatchException.class, NoResourceFoundException.class},
      produces = {"application/problem+json", "application/json"})
  ResponseEntity<ProblemDetail> noSuchResource(HttpServletRequest request) {
    return json(ShellProblem.PAGE_NOT_FOUND.with(), request);
  }

  private static ModelAndView page(Problem problem, String text) {
    var page = new ModelAndView("shell/problem", status(problem));
    page.addObject("text", text);
    page.addObject("code", problem.code());
    return page;
  }

  /// What cannot be recorded is not answered: the failure goes on, with the refusal.
  private void tell(ProblemException refused, HttpServletRequest request) {
    var problem = refused.problem();
    if (problem.kind() != Problem.Kind.UNKNOWN && problem.kind() != Problem.Kind.FORBIDDEN) {
      return;
    }
    var route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    try {
      current.stream()
          .flatMap(it -> it.of(request).stream())
          .findFirst()
          .ifPresent(
              staff -> sinks.forEach(it -> it.refused(staff, String.valueOf(route), problem)));
    } catch (RuntimeException e) {
      refused.addSuppressed(e);
      throw e;
    }
  }

  private String text(ProblemException refused, HttpServletRequest request) {
    return frames.words(request).of(refused.problem().code(), refused.args().toArray());
  }

  private static HttpStatus status(Problem problem) {
    return switch (problem.kind()) {
      case UNKNOWN -> HttpStatus.NOT_FOUND;
      case FORBIDDEN -> HttpStatus.FORBIDDEN;
      case REFUSED -> HttpStatus.UNPROCESSABLE_CONTENT;
      case CONFLICT -> HttpStatus.CONFLICT;
      case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
    };
  }
}
