package org.heyi.platform.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.heyi.platform.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What is answered while the database is away: written without asking it anything, so without who
/// is signed in.
///
/// A form that carries a key is offered again as it was sent: whether it had its effect or not,
/// sent again it has it once.
@Component
class OutageAnswers {

  private static final List<String> PROGRAMS = List.of("/api/", "/oauth2/", "/.well-known/");

  private final Frames frames;
  private final Templates templates;
  private final JsonMapper json;
  private final ObjectProvider<OutageForm> forms;
  private final String retryAfter;

  OutageAnswers(
      Frames frames,
      Templates templates,
      JsonMapper json,
      ObjectProvider<OutageForm> forms,
      @Value("${heyi.outage.retry-after}") Duration retryAfter) {
    this.frames = frames;
    this.templates = templates;
    this.json = json;
    this.forms = forms;
    this.retryAfter = String.valueOf(retryAfter.toSeconds());
  }

  void write(Problem outage, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.resetBuffer();
    response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
    response.setHeader(HttpHeaders.RETRY_AFTER, retryAfter);
    var own = forms.stream().filter(it -> it.answers(request)).findFirst();
    var words = frames.words(request);
    if (own.isPresent()) {
      own.get().write(outage.with(), request, response);
    } else if (isProgram(request)) {
      write(response, MediaType.APPLICATION_PROBLEM_JSON_VALUE, detail(outage, words));
    } else {
      write(response, MediaType.TEXT_HTML_VALUE + ";charset=UTF-8", page(outage, request, words));
    }
  }

  private byte[] detail(Problem outage, Words words) {
    var detail = ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, words.of(outage));
    detail.setType(URI.create("urn:problem:" + outage.code()));
    return json.writeValueAsBytes(detail);
  }

  /// htmx asks for a part of a page and says where it will put it.
  private byte[] page(Problem outage, HttpServletRequest request, Words words) {
    var model = new HashMap<String, @Nullable Object>();
    model.put("words", words);
    model.put("text", words.of(outage));
    var part = request.getHeader("HX-Target");
    if (part != null && part.matches("[a-z][a-z-]*")) {
      model.put("id", part);
      return templates.render("shell/outagepart.jte", model);
    }
    var frame = frames.ofNobody(request, words);
    model.put("frame", frame);
    model.put("code", outage.code());
    model.put("form", form(request));
    model.put("looks", HttpMethod.GET.matches(request.getMethod()));
    return templates.render("shell/outage.jte", model);
  }

  private static List<Map.Entry<String, String>> form(HttpServletRequest request) {
    var type = Objects.requireNonNullElse(request.getContentType(), "");
    if (!type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
        || request.getParameter("key") == null) {
      return List.of();
    }
    return request.getParameterMap().entrySet().stream()
        .flatMap(it -> List.of(it.getValue()).stream().map(value -> Map.entry(it.getKey(), value)))
        .toList();
  }

  private static boolean isProgram(HttpServletRequest request) {
    var accept = Objects.requireNonNullElse(request.getHeader("Accept"), "");
    return PROGRAMS.stream().anyMatch(request.getRequestURI()::startsWith)
        || (accept.contains("json") && !accept.contains("text/html"));
  }

  private static void write(HttpServletResponse response, String type, byte[] body)
      throws IOException {
    response.setContentType(type);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
