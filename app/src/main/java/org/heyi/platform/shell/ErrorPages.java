package org.heyi.platform.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.heyi.platform.shell.api.ProblemAnswers;
import org.heyi.platform.shell.log.OnBehalf;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// What nobody foresaw: a page that tells nothing but a number, under which the log has the rest.
@Controller
class ErrorPages implements ErrorController {

  private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

  private final Frames frames;
  private final ProblemAnswers answers;

  ErrorPages(Frames frames, ProblemAnswers answers) {
    this.frames = frames;
    this.answers = answers;
  }

  /// A page for people; the interface never answers with one, even to a browser.
  @RequestMapping(path = "${spring.web.error.path:/error}", produces = "text/html")
  Object page(HttpServletRequest request) {
    if (ProblemAnswers.isApi(request)) {
      return json(request);
    }
    var status = status(request);
    var page = new ModelAndView("shell/problem", status);
    page.addObject("text", frames.words(request).of(ShellProblem.of(status), number(request)));
    page.addObject("code", String.valueOf(status.value()));
    return page;
  }

  @RequestMapping("${spring.web.error.path:/error}")
  ResponseEntity<ProblemDetail> json(HttpServletRequest request) {
    var status = status(request);
    return answers.answer(status, ShellProblem.of(status), List.of(number(request)), request);
  }

  private static HttpStatus status(HttpServletRequest request) {
    var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    var status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
    return status == null ? HttpStatus.NOT_FOUND : status;
  }

  /// The number of the request; a failure is written to the log under it.
  private static String number(HttpServletRequest request) {
    var id = Objects.requireNonNullElseGet(OnBehalf.request(), request::getRequestId);
    if (status(request).is5xxServerError()) {
      var cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
      LOG.error("request {} failed", id, cause instanceof Throwable it ? it : null);
    }
    return id;
  }
}
