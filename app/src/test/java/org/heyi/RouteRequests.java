package org.heyi;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.lang.reflect.Parameter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heyi.platform.shared.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;

/// Requests to the rows of `routes.csv`, with what their fixtures made.
@Component
class RouteRequests {

  private static final String INTERFACE = "/api/";
  private static final String A_LIST = "姓名,证件号码\n王秀英,12\n";
  private static final String[] ANYTHING = {"application/json", "*/*"};
  private static final String[] PAGE = {"text/html"};

  private final RequestMappingHandlerMapping mapping;
  private final ObjectProvider<RouteFixture> fixtures;

  RouteRequests(
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
      ObjectProvider<RouteFixture> fixtures) {
    this.mapping = mapping;
    this.fixtures = fixtures;
  }

  RouteFixture fixture(String kind) {
    return fixtures.stream()
        .filter(it -> it.kind().equals(kind))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no RouteFixture makes a " + kind));
  }

  RequestBuilder request(RouteTable.Row row, @Nullable Staff as, RouteFixture.@Nullable Real real) {
    var known = new LinkedMultiValueMap<String, String>();
    var body = row.sent().startsWith("{\"");
    if (!body) {
      known.addAll(UriComponentsBuilder.fromUriString("?" + row.sent()).build().getQueryParams());
      if (row.method().equals("POST") && !isInterface(row)) {
        known.set("key", UUID.randomUUID().toString());
      }
    }
    var own = Set.copyOf(known.keySet());
    if (real != null) {
      real.variables().forEach(known::set);
      fixture(row.kind()).sent(row.route(), real).forEach(known::set);
    }
    var path = UriComponentsBuilder.fromUriString(row.route()).build();
    var uri = path.expand(name -> known.toSingleValueMap().getOrDefault(name, "none")).toUri();
    var request = builder(row, uri);
    known.forEach((name, values) -> {
      if (!isInterface(row) || takes(row, own, name)) {
        request.param(name, values.toArray(String[]::new));
      }
    });
    if (body) {
      request.contentType("application/json").content(row.sent());
    }
    request.accept(isInterface(row) ? ANYTHING : PAGE);
    return request.with(as == null ? csrf() : TestStaff.signedIn(as));
  }

  /// A page does not mind what it does not know; the interface refuses it.
  private static boolean takes(RouteTable.Row row, Set<String> own, String name) {
    return own.contains(name) && !row.route().contains("{" + name + "}");
  }

  private static boolean isInterface(RouteTable.Row row) {
    return row.route().startsWith(INTERFACE);
  }

  private AbstractMockHttpServletRequestBuilder<?> builder(RouteTable.Row row, URI uri) {
    var files = files(row);
    if (files.isEmpty()) {
      return MockMvcRequestBuilders.request(HttpMethod.valueOf(row.method()), uri);
    }
    var upload = MockMvcRequestBuilders.multipart(uri);
    files.forEach(it -> upload.file(it, A_LIST.getBytes(StandardCharsets.UTF_8)));
    return upload;
  }

  private Set<String> files(RouteTable.Row row) {
    var handler = Objects.requireNonNull(routes().get(row.key()), row.key());
    return Arrays.stream(handler.getMethod().getParameters())
        .filter(it -> it.getType() == MultipartFile.class)
        .map(Parameter::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Every route of the application, as `GET /path`, and who answers it.
  Map<String, HandlerMethod> routes() {
    var routes = new TreeMap<String, HandlerMethod>();
    mapping
        .getHandlerMethods()
        .forEach((info, handler) -> keys(info).forEach(it -> routes.put(it, handler)));
    return routes;
  }

  private static Set<String> keys(RequestMappingInfo info) {
    var methods =
        info.getMethodsCondition().getMethods().isEmpty()
            ? Set.of("ANY")
            : info.getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .collect(Collectors.toSet());
    return info.getPatternValues().stream()
        .flatMap(pattern -> methods.stream().map(method -> method + " " + pattern))
        .collect(Collectors.toSet());
  }
}
