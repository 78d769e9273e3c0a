package org.heyi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.heyi.flow.capacity.TestHospital;
import org.heyi.platform.shared.Staff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The OpenAPI document says what `/api` is: every route and no other, in both languages, with
/// examples that are of the shape of what is really answered.
@HeyiTest
class ApiDocumentTests {

  private static final String HOME = "ninghe-yiyuan";
  private static final Set<String> THE_DOCUMENT =
      Set.of("GET /api/openapi", "GET /api/openapi.yaml");

  @Autowired MockMvcTester http;
  @Autowired RouteRequests requests;
  @Autowired TestHospital hospital;
  @Autowired MovableClock clock;

  private JsonNode document(String language) {
    var answer =
        http.get()
            .uri("/api/openapi")
            .accept("application/json")
            .header("Accept-Language", language)
            .with(TestStaff.signedIn(TestStaff.with("system-admin", HOME)))
            .exchange();
    assertThat(answer).hasStatusOk();
    return json(answer);
  }

  private static JsonNode json(MvcTestResult answer) {
    return JsonMapper.shared().readTree(TestBrowser.text(answer));
  }

  private static JsonNode described(JsonNode document, RouteTable.Row row) {
    return document.path("paths").path(row.route()).path(row.method().toLowerCase(Locale.ROOT));
  }

  private static List<RouteTable.Row> rows() {
    return RouteTable.read().stream()
        .filter(it -> it.route().startsWith("/api/") && !THE_DOCUMENT.contains(it.key()))
        .toList();
  }

  @Test
  void everyRouteIsInTheDocumentAndNoOther() {
    var described = new TreeSet<String>();
    document("en")
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .propertyNames()
                .forEach(it -> described.add(it.toUpperCase(Locale.ROOT) + " " + path.getKey())));

    assertThat(described)
        .isEqualTo(
            requests.routes().keySet().stream()
                .filter(it -> it.contains(" /api/") && !THE_DOCUMENT.contains(it))
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en"})
  void everyRouteIsExplainedInTheReadersLanguage(String language) {
    var document = document(language);
    var silent = new ArrayList<String>();
    for (var row : rows()) {
      var route = described(document, row);
      var id = route.path("operationId").stringValue("");
      explained(route.path("summary"), id, row.key(), silent);
      explained(route.at("/tags/0"), id.split("[.]", 2)[0], row.key() + " tag", silent);
      for (var parameter : route.path("parameters")) {
        var name = parameter.path("name").stringValue("");
        explained(parameter.path("description"), name, row.key() + " " + name, silent);
      }
      for (var status : List.of("401", "403", "406")) {
        var text = route.path("responses").path(status).path("description");
        explained(text, "", row.key() + " " + status, silent);
      }
    }

    assertThat(silent).isEmpty();
    var text = document.at("/info/description").stringValue("");
    assertThat(text.codePoints().anyMatch(Character::isIdeographic))
        .isEqualTo(language.equals("zh-CN"));
  }

  private static void explained(JsonNode text, String name, String where, List<String> silent) {
    if (text.stringValue("").isBlank() || text.stringValue("").equals(name)) {
      silent.add(where);
    }
  }

  @Test
  void whatIsAnsweredIsAsDescribed() {
    var document = document("en");
    var check = new SchemaCheck(document);
    var faults = new ArrayList<String>();
    int answers = 0;
    for (var row : rows()) {
      var answer = answered(row);
      if (answer.getResponse().getStatus() != 200) {
        faults.add(row.key() + ": " + TestBrowser.text(answer));
        continue;
      }
      answers++;
      check
          .faults(schema(document, row), json(answer))
          .forEach(it -> faults.add(row.key() + ": " + it));
      if (shows(row) && isEmpty(json(answer))) {
        faults.add(row.key() + " shows nothing that could be compared");
      }
    }
    System.out.printf(
        "interface: routes %d, answers %d, faults %d%n", rows().size(), answers, faults.size());
    assertThat(faults).isEmpty();
  }

  @Test
  void everyExampleIsOfTheShapeThatIsAnswered() {
    var document = document("en");
    var check = new SchemaCheck(document);
    var faults = new ArrayList<String>();
    for (var row : rows()) {
      var route = described(document, row);
      var example = route.at("/responses/200/content/application~1json/example");
      if (example.isMissingNode() || example.isEmpty()) {
        faults.add(row.key() + " has no example");
      }
      check.faults(schema(document, row), example).forEach(it -> faults.add(row.key() + ": " + it));
      for (var body : route.at("/requestBody/content")) {
        if (!body.has("example")) {
          faults.add(row.key() + " has no example of what is sent");
        }
        check
            .faults(body.path("schema"), body.path("example"))
            .forEach(it -> faults.add(row.key() + " sent: " + it));
      }
      for (var refusal : route.path("responses").properties()) {
        refusal
            .getValue()
            .at("/content/application~1problem+json/examples")
            .forEach(it ->
                check
                    .faults(document.at("/components/schemas/Problem"), it.path("value"))
                    .forEach(fault -> faults.add(row.key() + " " + fault)));
      }
    }

    assertThat(faults).isEmpty();
  }

  private static JsonNode schema(JsonNode document, RouteTable.Row row) {
    return described(document, row).at("/responses/200/content/application~1json/schema");
  }

  private static boolean isEmpty(JsonNode answer) {
    return answer.isEmpty() || (answer.has("items") && answer.path("items").isEmpty());
  }

  /// Overdue work and work of nobody look like other work.
  private static boolean shows(RouteTable.Row row) {
    return !Set.of(
            "/api/work/overdue",
            "/api/work/unowned",
            "/api/governance/consortia/{id}/members/{institution}/changes")
        .contains(row.route());
  }

  private MvcTestResult answered(RouteTable.Row row) {
    clock.set(MovableClock.START);
    var role =
        row.route().startsWith("/api/work/") && row.roles().contains("referral-clerk")
            ? "referral-clerk"
            : row.roles().iterator().next();
    if (row.kind().isEmpty()) {
      return call(sending(row, sent(row)), asking(row, role), null);
    }
    var real = requests.fixture(row.kind()).make(role);
    if (row.route().equals("/api/work/{id}/release")) {
      call(row("POST /api/work/{id}/claim"), real.owner(), real);
      return call(sending(row, "{\"version\":1}"), real.owner(), real);
    }
    return call(row, real.owner(), real);
  }

  /// Whoever has something on a list asks for it.
  private Staff asking(RouteTable.Row row, String role) {
    return switch (row.key()) {
      case "GET /api/work", "GET /api/work/kinds" ->
          requests.fixture("work-item").make("referral-clerk").owner();
      case "GET /api/directory/jurisdictions" ->
          requests.fixture("jurisdiction").make("commission-officer").owner();
      case "GET /api/referral/referrals" ->
          requests.fixture("sent-referral").make("village-doctor").owner();
      default -> TestStaff.with(role, HOME);
    };
  }

  /// What finds something.
  private String sent(RouteTable.Row row) {
    return switch (row.key()) {
      case "POST /api/resident/find" -> {
        var doctor = TestStaff.with(row.roles().iterator().next(), HOME);
        var number = TestResidents.number();
        TestResidents.register(TestResidents.named("王秀英", number, doctor), doctor);
        yield "{\"text\":\"%s\"}".formatted(number);
      }
      case "GET /api/capacity/slots" -> {
        var day = TestHospital.freshDay(HOME);
        hospital.published(HOME, day, "ordinary", 1, 2, 0);
        hospital.at(day, 3, "10:00");
        yield "hospital=%s&from=%s".formatted(HOME, day);
      }
      default -> row.sent();
    };
  }

  private static RouteTable.Row sending(RouteTable.Row row, String sent) {
    return new RouteTable.Row(row.method(), row.route(), row.roles(), row.open(), row.kind(), sent);
  }

  private static RouteTable.Row row(String key) {
    return rows().stream().filter(it -> it.key().equals(key)).findFirst().orElseThrow();
  }

  private MvcTestResult call(RouteTable.Row row, Staff as, RouteFixture.@Nullable Real real) {
    return http.perform(requests.request(row, as, real));
  }
}
