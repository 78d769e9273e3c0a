package org.heyi.platform.shell.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shell.RefusalNotes;
import org.heyi.platform.shell.ShellProblem;
import org.heyi.platform.shell.api.ProblemAnswers.FieldFault;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// Answers whatever is refused under `/api`. What nobody foresaw goes on to the error page, which
/// logs it.
@Component
class ApiRefusals implements HandlerExceptionResolver, Ordered {

  private final ProblemAnswers answers;
  private final RefusalNotes notes;

  ApiRefusals(ProblemAnswers answers, RefusalNotes notes) {
    this.answers = answers;
    this.notes = notes;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception thrown) {
    var said = ProblemAnswers.isApi(request) ? said(thrown, request) : null;
    if (said == null) {
      return null;
    }
    if (thrown instanceof ErrorResponse standard) {
      headers(standard.getHeaders(), response);
    }
    try {
      answers.write(said, response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ModelAndView();
  }

  /// What may be asked instead, e.g. `Allow`.
  private static void headers(HttpHeaders standard, HttpServletResponse response) {
    standard.forEach((name, values) -> values.forEach(it -> response.addHeader(name, it)));
  }

  private @Nullable ProblemDetail said(Exception thrown, HttpServletRequest request) {
    return switch (thrown) {
      case ProblemException refused -> {
        notes.refused(refused, request);
        yield answers.detail(
            ProblemAnswers.status(refused.problem()),
            refused.problem(),
            refused.args(),
            List.of(),
            request);
      }
      case MethodArgumentTypeMismatchException wrong ->
          wrong.getParameter().hasParameterAnnotation(PathVariable.class)
              ? plain(HttpStatus.NOT_FOUND, request)
              : bad(ProblemAnswers.fault(ShellProblem.WRONG_FIELD, wrong.getName()), request);
      case MissingServletRequestParameterException missing ->
          bad(
              ProblemAnswers.fault(ShellProblem.MISSING_FIELD, missing.getParameterName()),
              request);
      case HttpMessageNotReadableException unreadable -> bad(faults(unreadable), request);
      case MultipartException _ -> bad(List.of(), request);
      case ErrorResponse standard -> {
        var status = HttpStatus.resolve(standard.getStatusCode().value());
        yield status == null || status.is5xxServerError() ? null : plain(status, request);
      }
      default -> null;
    };
  }

  private ProblemDetail plain(HttpStatus status, HttpServletRequest request) {
    return answers.detail(status, ShellProblem.of(status), List.of(), List.of(), request);
  }

  private ProblemDetail bad(List<FieldFault> faults, HttpServletRequest request) {
    return answers.detail(
        HttpStatus.BAD_REQUEST, ShellProblem.BAD_INPUT, List.of(), faults, request);
  }

  /// The field of a body that could not be read, when it is only one.
  private static List<FieldFault> faults(HttpMessageNotReadableException unreadable) {
    if (!(unreadable.getCause() instanceof JacksonException broken)) {
      return List.of();
    }
    var problem =
        broken instanceof UnrecognizedPropertyException
            ? ShellProblem.UNKNOWN_FIELD
            : ShellProblem.WRONG_FIELD;
    var names =
        broken.getPath().stream()
            .map(JacksonException.Reference::getPropertyName)
            .filter(it -> it != null)
            .toList();
    return names.isEmpty() ? List.of() : ProblemAnswers.fault(problem, String.join(".", names));
  }
}
