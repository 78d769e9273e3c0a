package org.heyi.platform.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Objects;
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

  ErrorPages(Frames frames) {
    this.frames = frames;
  }

  @RequestMapping(path = "${spring.web.error.path:/error}", produces = "text/html")
  ModelAndView page(HttpServletRequest request) {
    var status = status(request);
    var page = new ModelAndView("shell/problem", status);
    page.addObject("text", text(status, request));
    page.addObject("code", String.valueOf(status.value()));
    return page;
  }

  @RequestMapping("${spring.web.error.path:/error}")
  ResponseEntity<ProblemDetail> json(HttpServletRequest request) {
    var status = status(request);
    var detail = ProblemDetail.forStatusAndDetail(status, text(status, request));
    detail.setType(URI.create("urn:problem:http." + status.value()));
    return ResponseEntity.of(detail).build();
  }

  private static HttpStatus status(HttpServletRequest request) {
    var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    var status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
    return status == null ? HttpStatus.NOT_FOUND : status;
  }

  private String text(HttpStatus status, HttpServletRequest request) {
    var words = frames.words(request);
    if (status.is5xxServerError()) {
      var id = Objects.requireNonNullElseGet(OnBehalf.request(), request::getRequestId);
      var cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
      LOG.error("request {} failed", id, cause instanceof Throwable it ? it : null);
      return words.of("shell.failed", id);
    }
    return switch (status) {
      case NOT_FOUND -> words.of(ShellProblem.PAGE_NOT_FOUND);
      case FORBIDDEN -> words.of(ShellProblem.NOT_ALLOWED);
      case CONTENT_TOO_LARGE -> words.of(ShellProblem.TOO_LARGE);
      default -> words.of(ShellProblem.BAD_INPUT);
    };
  }
}
