package org.heyi.platform.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.heyi.platform.shared.Problem;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shell.api.ProblemAnswers;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// Says a refusal in the reader's language: a page for people, RFC 9457 for programs. What is
/// refused under `/api` never comes here.
@ControllerAdvice
class ProblemAdvice {

  private final Frames frames;
  private final ProblemAnswers answers;
  private final RefusalNotes notes;

  ProblemAdvice(Frames frames, ProblemAnswers answers, RefusalNotes notes) {
    this.frames = frames;
    this.answers = answers;
    this.notes = notes;
  }

  @ExceptionHandler(produces = "text/html")
  ModelAndView page(ProblemException refused, HttpServletRequest request) {
    notes.refused(refused, request);
    return page(
        ProblemAnswers.status(refused.problem()),
        refused.problem(),
        frames.words(request).of(refused.problem(), refused.args().toArray()));
  }

  @ExceptionHandler(produces = {"application/problem+json", "application/json"})
  ResponseEntity<ProblemDetail> json(ProblemException refused, HttpServletRequest request) {
    notes.refused(refused, request);
    return answers.answer(
        ProblemAnswers.status(refused.problem()), refused.problem(), refused.args(), request);
  }

  /// An id that is none, or a path nobody serves: both are "not found".
  @ExceptionHandler(
      exception = {MethodArgumentTypeMismatchException.class, NoResourceFoundException.class},
      produces = "text/html")
  ModelAndView noSuchPage(HttpServletRequest request) {
    return page(HttpStatus.NOT_FOUND, ShellProblem.PAGE_NOT_FOUND, request);
  }

  @ExceptionHandler(
      exception = {MethodArgumentTypeMismatchException.class, NoResourceFoundException.class},
      produces = {"application/problem+json", "application/json"})
  ResponseEntity<ProblemDetail> noSuchResource(HttpServletRequest request) {
    return answers.answer(HttpStatus.NOT_FOUND, ShellProblem.PAGE_NOT_FOUND, List.of(), request);
  }

  /// A form with files that is torn, or is none.
  @ExceptionHandler(produces = "text/html")
  ModelAndView torn(MultipartException broken, HttpServletRequest request) {
    return broken instanceof MaxUploadSizeExceededException
        ? page(HttpStatus.CONTENT_TOO_LARGE, ShellProblem.TOO_LARGE, request)
        : page(HttpStatus.BAD_REQUEST, ShellProblem.BAD_INPUT, request);
  }

  private ModelAndView page(HttpStatus status, ShellProblem problem, HttpServletRequest request) {
    return page(status, problem, frames.words(request).of(problem));
  }

  private static ModelAndView page(HttpStatus status, Problem problem, String text) {
    var page = new ModelAndView("shell/problem", status);
    page.addObject("text", text);
    page.addObject("code", problem.code());
    return page;
  }
}
