package org.heyi.platform.shell.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shell.ShellProblem;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Refuses parameters that a route under `/api` does not know: whoever misspells a filter would
/// take the whole list for what was filtered.
class UnknownParameters implements HandlerInterceptor {

  private static final Set<String> OF_PAGES = Set.of("page", "size", "sort", "desc");

  /// What a browser's form sends along.
  private static final String FORM_TOKEN = "_csrf";

  private final ProblemAnswers answers;

  UnknownParameters(ProblemAnswers answers) {
    this.answers = answers;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    var unknown = new TreeSet<>(request.getParameterMap().keySet());
    unknown.remove(FORM_TOKEN);
    if (handler instanceof HandlerMethod route) {
      unknown.removeAll(known(route));
    }
    if (unknown.isEmpty()) {
      return true;
    }
    answers.write(
        answers.detail(
            HttpStatus.BAD_REQUEST,
            ShellProblem.BAD_INPUT,
            List.of(),
            ProblemAnswers.fault(ShellProblem.UNKNOWN_FIELD, unknown.toArray(String[]::new)),
            request),
        response);
    return false;
  }

  private static Set<String> known(HandlerMethod route) {
    return Arrays.stream(route.getMethodParameters())
        .flatMap(UnknownParameters::names)
        .collect(Collectors.toSet());
  }

  private static Stream<String> names(MethodParameter parameter) {
    if (parameter.getParameterType() == PageQuery.class) {
      return OF_PAGES.stream();
    }
    return parameter.hasParameterAnnotation(RequestParam.class)
        ? Stream.of(parameter.getParameter().getName())
        : Stream.empty();
  }
}
