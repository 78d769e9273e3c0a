package org.heyi.platform.shell.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.heyi.HeyiTest;
import org.heyi.TestBrowser;
import org.heyi.TestStaff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whatever is refused under `/api` is answered as RFC 9457, in the caller's language, with a code
/// that never changes and the fields that are wrong.
@HeyiTest
class ApiRefusalsTests {

  private static final String FIND = "/api/resident/find";

  @Autowired MockMvcTester http;
  @Autowired MessageSource messages;

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("GET", "/api/work?whoose=MINE", "", 400, "shell.bad-input", "whoose"),
        Arguments.of("GET", "/api/access/me?page=1", "", 400, "shell.bad-input", "page"),
        Arguments.of("GET", "/api/work?whose=EVERYBODY", "", 400, "shell.bad-input", "whose"),
        Arguments.of("GET", "/api/work?urgency=high", "", 400, "shell.bad-input", "urgency"),
        Arguments.of("GET", "/api/capacity/slots", "", 400, "shell.bad-input", "hospital"),
        Arguments.of("GET", "/api/work?size=201", "", 422, "shell.no-such-page-of-list", ""),
        Arguments.of("GET", "/api/work?size=0", "", 422, "shell.no-such-page-of-list", ""),
        Arguments.of("GET", "/api/work?page=0", "", 422, "shell.no-such-page-of-list", ""),
        Arguments.of("GET", "/api/work?page=one", "", 422, "shell.no-such-page-of-list", ""),
        Arguments.of("GET", "/api/work/not-an-id", "", 404, "shell.page-not-found", ""),
        Arguments.of("GET", "/api/nothing", "", 404, "shell.page-not-found", ""),
        Arguments.of("GET", "/api/audit/verification", "", 403, "audit.not-a-reviewer", ""),
        Arguments.of("GET", "/api/policy/packs/atlantis", "", 404, "policy.no-such-area", ""),
        Arguments.of(
            "GET", "/api/policy/packs/ninghe/sections/x", "", 404, "policy.no-such-section", ""),
        Arguments.of("GET", "/api/referral/referrals?list=all", "", 422, "shell.wrong-field", ""),
        Arguments.of("DELETE", "/api/work", "", 405, "shell.wrong-method", ""),
        Arguments.of("POST", FIND, "{\"name\":\"li\"}", 400, "shell.bad-input", "name"),
        Arguments.of("POST", FIND, "{\"text\":{}}", 400, "shell.bad-input", "text"),
        Arguments.of("POST", FIND, "{\"text\":", 400, "shell.bad-input", ""));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void aRefusalSaysWhatIsWrongInTheCallersLanguage(
      String method, String path, String body, int status, String code, String field) {
    for (var language : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH}) {
      var answer = send(method, path, body, language);

      assertThat(answer).hasStatus(status).hasContentType("application/problem+json;charset=UTF-8");
      var said = json(answer);
      assertThat(said.path("code").stringValue("")).isEqualTo(code);
      assertThat(said.path("type").stringValue("")).isEqualTo("urn:problem:" + code);
      assertThat(said.path("status").intValue()).isEqualTo(status);
      assertThat(said.path("title").stringValue(""))
          .isEqualTo(messages.getMessage("shell.refused", null, language));
      assertThat(isChinese(said.path("detail").stringValue("")))
          .isEqualTo(language.equals(Locale.SIMPLIFIED_CHINESE));
      assertThat(said.at("/errors/0/field").stringValue("")).isEqualTo(field);
    }
  }

  @ParameterizedTest
  @CsvSource({"text/html", "application/json", "application/fhir+json", "*/*"})
  void nobodyIsAskedToComeWithATokenAndSeesNoPage(String accepted) {
    var answer = http.get().uri("/api/work").accept(accepted).exchange();

    assertThat(answer)
        .hasStatus(401)
        .hasHeader("WWW-Authenticate", "Bearer")
        .hasContentType("application/problem+json;charset=UTF-8");
    assertThat(json(answer).path("code").stringValue("")).isEqualTo("shell.sign-in-first");
  }

  @Test
  void anotherFormOfAnswerOrBodyIsRefused() {
    var doctor = TestStaff.with("village-doctor", "ninghe-yuelong-v01");
    var asked =
        http.get()
            .uri("/api/work")
            .accept("application/xml")
            .with(TestStaff.signedIn(doctor))
            .exchange();
    var sent =
        http.post()
            .uri(FIND)
            .contentType("text/plain")
            .content("li")
            .with(TestStaff.signedIn(doctor))
            .exchange();

    assertThat(asked).hasStatus(406);
    assertThat(json(asked).path("code").stringValue("")).isEqualTo("shell.not-in-that-form");
    assertThat(sent).hasStatus(415).containsHeader("Accept");
    assertThat(json(sent).path("code").stringValue("")).isEqualTo("shell.unreadable-form");
  }

  @Test
  void aPageOfAListMayBeAsLongAsConfiguredAndSaysHowLongTheListIs() {
    var answer = send("GET", "/api/work?size=200&page=1", "", Locale.ENGLISH);

    assertThat(answer).hasStatusOk();
    assertThat(json(answer).propertyNames())
        .containsExactlyInAnyOrder("items", "total", "page", "size", "pages");
    assertThat(json(answer).path("size").intValue()).isEqualTo(200);
    assertThat(json(send("GET", "/api/work", "", Locale.ENGLISH)).path("size").intValue())
        .isEqualTo(20);
  }

  private MvcTestResult send(String method, String path, String body, Locale language) {
    var doctor = TestStaff.with("village-doctor", "ninghe-yuelong-v01");
    var request =
        http.method(HttpMethod.valueOf(method))
            .uri(path)
            .accept("application/json")
            .header("Accept-Language", language.toLanguageTag())
            .with(TestStaff.signedIn(doctor));
    if (!body.isEmpty()) {
      request.contentType("application/json").content(body);
    }
    return request.exchange();
  }

  private static JsonNode json(MvcTestResult answer) {
    return JsonMapper.shared().readTree(TestBrowser.text(answer));
  }

  private static boolean isChinese(String text) {
    return text.codePoints().anyMatch(Character::isIdeographic);
  }
}
