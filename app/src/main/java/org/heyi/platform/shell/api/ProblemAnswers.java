package org.heyi.platform.shell.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.heyi.platform.shared.Problem;
import org.heyi.platform.shell.ShellProblem;
import org.heyi.platform.shell.Words;
import org.heyi.platform.shell.log.OnBehalf;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/// 拒绝的表述: says a refusal as RFC 9457, in the reader's language. Every refusal under `/api` comes
/// from here, whatever the caller says it accepts.
@Component
public class ProblemAnswers {

  private static final String PREFIX = "/api/";

  /// What is wrong with one field.
  public record FieldFault(String field, Problem problem) {}

  private record SaidFault(String field, String code, String detail) {}

  private final MessageSource messages;
  private final LocaleResolver languages;
  private final JsonMapper json;

  ProblemAnswers(MessageSource messages, LocaleResolver languages, JsonMapper json) {
    this.messages = messages;
    this.languages = languages;
    this.json = json;
  }

  /// Whether the caller asked for a path of the interface, also on the error page.
  public static boolean isApi(HttpServletRequest request) {
    var asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return (asked == null ? request.getRequestURI() : asked.toString()).startsWith(PREFIX);
  }

  public static HttpStatus status(Problem problem) {
    return HttpStatus.valueOf(problem.kind().status());
  }

  public ProblemDetail detail(
      HttpStatus status,
      Problem problem,
      List<?> args,
      List<FieldFault> faults,
      HttpServletRequest request) {
    var words = new Words(messages, languages.resolveLocale(request));
    var detail = ProblemDetail.forStatusAndDetail(status, words.of(problem, args.toArray()));
    detail.setType(URI.create("urn:problem:" + problem.code()));
    detail.setTitle(words.of("shell.refused"));
    detail.setProperty("code", problem.code());
    if (OnBehalf.request() != null) {
      detail.setInstance(URI.create("urn:request:" + OnBehalf.request()));
    }
    if (!faults.isEmpty()) {
      detail.setProperty(
          "errors",
          faults.stream()
              .map(it ->
                  new SaidFault(
                      it.field(), it.problem().code(), words.of(it.problem(), it.field())))
              .toList());
    }
    return detail;
  }

  /// The same as an answer of a controller.
  public ResponseEntity<ProblemDetail> answer(
      HttpStatus status, Problem problem, List<?> args, HttpServletRequest request) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(detail(status, problem, args, List.of(), request));
  }

  /// The same where there is no controller, such as in a filter.
  public void write(HttpStatus status, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    write(detail(status, ShellProblem.of(status), List.of(), List.of(), request), response);
  }

  void write(ProblemDetail detail, HttpServletResponse response) throws IOException {
    var body = json.writeValueAsBytes(detail);
    response.setStatus(detail.getStatus());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  static List<FieldFault> fault(Problem problem, @Nullable String... fields) {
    return Arrays.stream(fields)
        .filter(Objects::nonNull)
        .map(it -> new FieldFault(it, problem))
        .toList();
  }
}
