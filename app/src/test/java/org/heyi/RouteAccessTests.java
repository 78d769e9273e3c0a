package org.heyi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.lang.reflect.Parameter;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heyi.platform.shared.Staff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;

/// Calls every route of the application as nobody, as each role, and as a stranger with the id of
/// another institution's real object. What is allowed stands in `routes.csv`; a route that is not
/// there fails, and so does a line without a route.
///
/// Refused means 403 or 404 (they look alike to outsiders). For objects the owner's answer is the
/// positive control: a page for reading; for doing, an effect, or a refusal that the room decided
/// (409, 422), for the object may be in a state that does not allow it. A form that nobody could
/// read (400, 405, 415) proves nothing.
@HeyiTest
class RouteAccessTests {

  private static final String HOME = "ninghe-yiyuan";
  private static final String AWAY = "taicang-shiyiyuan";
  private static final Set<Integer> REFUSED = Set.of(403, 404);
  private static final Set<Integer> DECIDED = Set.of(409, 422);

  @Autowired MockMvcTester http;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mapping;

  @Autowired ObjectProvider<RouteFixture> fixtures;

  private final List<String> faults = new ArrayList<>();
  private int calls;

  @Test
  void theTableHasEveryRouteAndNoOther() {
    assertThat(RouteTable.read().stream().map(RouteTable.Row::key).toList())
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(routes().keySet());
  }

  @Test
  @Satisfies("PLT-08")
  void everyRouteAnswersOnlyWhomTheTableNames() {
    for (var row : RouteTable.read()) {
      if (row.route().equals("/error")) {
        continue;
      }
      asNobody(row);
      if (!row.open()) {
        asEachRole(row);
      }
    }
    System.out.printf(
        "routes: %d, calls %d, violations %d%n", RouteTable.read().size(), calls, faults.size());
    assertThat(faults).isEmpty();
  }

  /// A route nobody guards would be seen: the check itself is checked on an open page.
  @Test
  void anOpenDoorWouldBeSeen() {
    asNobody(new RouteTable.Row("GET", "/sign-in", Set.of(), false, "", ""));

    assertThat(faults).hasSize(1);
  }

  private void asNobody(RouteTable.Row row) {
    var answer = call(row, null, null);
    var led = answer.equals("302 /sign-in") || answer.equals("401");
    if (led == row.open()) {
      faults.add("%s as nobody: %s".formatted(row.key(), answer));
    }
  }

  private void asEachRole(RouteTable.Row row) {
    var fixture = row.kind().isEmpty() ? null : fixture(row.kind());
    var example = fixture == null ? null : fixture.make(row.roles().iterator().next());
    for (var role : RouteTable.allRoles()) {
      if (!row.roles().contains(role)) {
        var where = example == null ? HOME : example.owner().institution().value();
        var status = status(call(row, TestStaff.with(role, where), example));
        expect(REFUSED.contains(status), row, role, status);
      } else if (fixture == null) {
        var status = status(call(row, TestStaff.with(role, HOME), null));
        expect(passes(row, status), row, role, status);
      } else {
        asOwnerAndStranger(row, role, fixture);
      }
    }
  }

  private void asOwnerAndStranger(RouteTable.Row row, String role, RouteFixture fixture) {
    var real = fixture.make(role);
    if (!real.variables().isEmpty()) {
      var status = status(call(row, TestStaff.with(role, AWAY), real));
      expect(REFUSED.contains(status), row, role + " of a strange institution", status);
    }
    var status = status(call(row, real.owner(), real));
    expect(passes(row, status), row, role + " who owns it", status);
  }

  private static boolean passes(RouteTable.Row row, int status) {
    return row.method().equals("GET")
        ? status >= 200 && status < 400
        : status < 400 || DECIDED.contains(status);
  }

  private void expect(boolean right, RouteTable.Row row, String who, int status) {
    if (!right) {
      faults.add("%s as %s: %d".formatted(row.key(), who, status));
    }
  }

  private RouteFixture fixture(String kind) {
    return fixtures.stream()
        .filter(it -> it.kind().equals(kind))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no RouteFixture makes a " + kind));
  }

  /// The status, and for a redirect the path it leads to.
  private String call(RouteTable.Row row, @Nullable Staff as, RouteFixture.@Nullable Real real) {
    calls++;
    var result = http.perform(request(row, as, real));
    if (result.getUnresolvedException() != null) {
      return "500 " + result.getUnresolvedException();
    }
    var led = result.getResponse().getRedirectedUrl();
    return result.getResponse().getStatus() + (led == null ? "" : " " + URI.create(led).getPath());
  }

  private RequestBuilder request(
      RouteTable.Row row, @Nullable Staff as, RouteFixture.@Nullable Real real) {
    var known = new LinkedMultiValueMap<String, String>();
    var body = row.sent().startsWith("{\"");
    if (!body) {
      known.addAll(UriComponentsBuilder.fromUriString("?" + row.sent()).build().getQueryParams());
      if (row.method().equals("POST")) {
        known.set("key", UUID.randomUUID().toString());
      }
    }
    if (real != null) {
      real.variables().forEach(known::set);
      fixture(row.kind()).sent(row.route(), real).forEach(known::set);
    }
    var path = UriComponentsBuilder.fromUriString(row.route()).build();
    var uri = path.expand(name -> known.toSingleValueMap().getOrDefault(name, "none")).toUri();
    var request = builder(row, uri);
    known.forEach((name, values) -> request.param(name, values.toArray(String[]::new)));
    if (body) {
      request.contentType("application/json").content(row.sent());
    }
    request.accept(row.route().startsWith("/api/") ? "application/json" : "text/html");
    return request.with(as == null ? csrf() : TestStaff.signedIn(as));
  }

  private AbstractMockHttpServletRequestBuilder<?> builder(RouteTable.Row row, URI uri) {
    var files = files(row);
    if (files.isEmpty()) {
      return MockMvcRequestBuilders.request(HttpMethod.valueOf(row.method()), uri);
    }
    var upload = MockMvcRequestBuilders.multipart(uri);
    files.forEach(it -> upload.file(it, new byte[] {1}));
    return upload;
  }

  private Set<String> files(RouteTable.Row row) {
    var handler = Objects.requireNonNull(routes().get(row.key()), row.key());
    return Arrays.stream(handler.getMethod().getParameters())
        .filter(it -> it.getType() == MultipartFile.class)
        .map(Parameter::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static int status(String answer) {
    return answer.equals("302 /sign-in") ? 401 : Integer.parseInt(answer.split(" ", -1)[0]);
  }

  private Map<String, HandlerMethod> routes() {
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
