package org.heyi.platform.shell.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shell.PageSettings;
import org.heyi.platform.shell.Refusals;
import org.heyi.platform.shell.ShellProblem;
import org.heyi.platform.shell.Words;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.json.JsonMapper;

/// 路由说明: what one route does, what it takes and gives, and how it refuses, in the reader's
/// language. A route `inbox` of room `work` has the words `api.work.inbox`, its parameters
/// `api.work.inbox.…` or, where they are the same everywhere, `api.parameter.…`, and its examples
/// in `api/examples`.
@Component
class RouteDescriptions implements OperationCustomizer {

  private static final String PROBLEM = "application/problem+json";
  private static final String JSON = "application/json";
  private static final int ROOM = 3;

  private final MessageSource messages;
  private final PageSettings pages;
  private final JsonMapper json;

  RouteDescriptions(MessageSource messages, PageSettings pages, JsonMapper json) {
    this.messages = messages;
    this.pages = pages;
    this.json = json;
  }

  @Override
  public Operation customize(Operation route, HandlerMethod handler) {
    var words = new Words(messages, LocaleContextHolder.getLocale());
    var room = room(handler);
    var id = room + "." + handler.getMethod().getName();
    route.setOperationId(id);
    route.setTags(List.of(words.orElse("api." + room, room)));
    route.setSummary(words.orElse("api." + id, id));
    parameters(route, handler, id, words);
    body(route, id);
    answers(route, handler, id, words);
    return route;
  }

  /// `org.heyi.platform.work.api.WorkApi` → `work`.
  private static String room(HandlerMethod handler) {
    return handler.getBeanType().getPackageName().split("\\.", -1)[ROOM];
  }

  private void parameters(Operation route, HandlerMethod handler, String id, Words words) {
    if (takes(handler, PageQuery.class)) {
      var size = new IntegerSchema();
      size.setMinimum(BigDecimal.ONE);
      size.setMaximum(BigDecimal.valueOf(pages.largest()));
      size.setDefault(pages.size());
      var page = new IntegerSchema();
      page.setMinimum(BigDecimal.ONE);
      route.addParametersItem(query("page", page));
      route.addParametersItem(query("size", size));
      route.addParametersItem(query("sort", new StringSchema()));
      route.addParametersItem(query("desc", new BooleanSchema()));
    }
    for (var parameter : Optional.ofNullable(route.getParameters()).orElse(List.of())) {
      var name = parameter.getName();
      parameter.setDescription(
          words.orElse("api." + id + "." + name, words.orElse("api.parameter." + name, name)));
      if (parameter.getSchema() == null || parameter.getSchema().get$ref() != null) {
        parameter.setSchema(new StringSchema());
      }
    }
  }

  private static Parameter query(String name, Schema<?> schema) {
    return new Parameter().in("query").name(name).required(false).schema(schema);
  }

  private void body(Operation route, String id) {
    if (route.getRequestBody() != null) {
      route.getRequestBody().setRequired(true);
      example(id + ".request")
          .ifPresent(it ->
              route.getRequestBody().getContent().values().forEach(kind -> kind.setExample(it)));
    }
  }

  private void answers(Operation route, HandlerMethod handler, String id, Words words) {
    var good = Objects.requireNonNull(route.getResponses().get("200"));
    route.getResponses().clear();
    good.setDescription(words.of("api.good"));
    example(id).ifPresent(it -> good.getContent().values().forEach(kind -> kind.setExample(it)));
    if (good.getContent() != null && good.getContent().containsKey("*/*")) {
      good.setContent(new Content().addMediaType(JSON, good.getContent().get("*/*")));
    }
    route.getResponses().addApiResponse("200", good);
    refusals(handler)
        .forEach((status, codes) ->
            route
                .getResponses()
                .addApiResponse(
                    String.valueOf(status.value()), refusal(status, List.copyOf(codes), words)));
  }

  /// What the route may answer, by status: what its room says, and what all do.
  static Map<HttpStatus, SequencedSet<String>> refusals(HandlerMethod handler) {
    var all = new TreeMap<HttpStatus, SequencedSet<String>>();
    put(all, HttpStatus.UNAUTHORIZED, ShellProblem.SIGN_IN_FIRST.code());
    put(all, HttpStatus.FORBIDDEN, ShellProblem.NOT_ALLOWED.code());
    put(all, HttpStatus.NOT_ACCEPTABLE, ShellProblem.NOT_IN_THAT_FORM.code());
    if (has(handler, RequestBody.class)) {
      put(all, HttpStatus.BAD_REQUEST, ShellProblem.BAD_INPUT.code());
      put(all, HttpStatus.UNSUPPORTED_MEDIA_TYPE, ShellProblem.UNREADABLE_FORM.code());
    }
    if (has(handler, RequestParam.class)) {
      put(all, HttpStatus.BAD_REQUEST, ShellProblem.BAD_INPUT.code());
    }
    if (has(handler, PathVariable.class)) {
      put(all, HttpStatus.NOT_FOUND, ShellProblem.PAGE_NOT_FOUND.code());
    }
    if (takes(handler, PageQuery.class)) {
      put(all, HttpStatus.UNPROCESSABLE_CONTENT, ShellProblem.NO_SUCH_PAGE_OF_LIST.code());
    }
    var own = handler.getMethodAnnotation(Refusals.class);
    if (own != null) {
      put(all, HttpStatus.NOT_FOUND, own.unknown());
      put(all, HttpStatus.FORBIDDEN, own.forbidden());
      put(all, HttpStatus.UNPROCESSABLE_CONTENT, own.refused());
      put(all, HttpStatus.CONFLICT, own.conflict());
    }
    return all;
  }

  private static void put(
      Map<HttpStatus, SequencedSet<String>> all, HttpStatus status, String... codes) {
    if (codes.length > 0) {
      all.computeIfAbsent(status, _ -> new LinkedHashSet<>()).addAll(List.of(codes));
    }
  }

  private ApiResponse refusal(HttpStatus status, List<String> codes, Words words) {
    var kind = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
    codes.forEach(it -> kind.addExamples(it, new Example().value(problem(status, it, words))));
    return new ApiResponse()
        .description(String.join(" ", codes.stream().map(words::refusal).toList()))
        .content(new Content().addMediaType(PROBLEM, kind));
  }

  private static Map<String, Object> problem(HttpStatus status, String code, Words words) {
    var problem = new LinkedHashMap<String, Object>();
    problem.put("type", "urn:problem:" + code);
    problem.put("title", words.of("shell.refused"));
    problem.put("status", status.value());
    problem.put("detail", words.refusal(code));
    problem.put("code", code);
    return problem;
  }

  private Optional<Object> example(String name) {
    var file = new ClassPathResource("api/examples/" + name + ".json");
    if (!file.exists()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          json.readValue(file.getContentAsString(StandardCharsets.UTF_8), Object.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean takes(HandlerMethod handler, Class<?> type) {
    return Arrays.stream(handler.getMethodParameters())
        .anyMatch(it -> it.getParameterType() == type);
  }

  private static boolean has(HandlerMethod handler, Class<? extends Annotation> annotation) {
    return Arrays.stream(handler.getMethodParameters())
        .anyMatch(it -> it.hasParameterAnnotation(annotation));
  }
}
