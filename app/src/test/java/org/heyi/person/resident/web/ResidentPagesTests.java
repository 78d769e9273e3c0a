package org.heyi.person.resident.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.heyi.HeyiTest;
import org.heyi.TestResidents;
import org.heyi.TestStaff;
import org.heyi.person.resident.Residents;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@HeyiTest
class ResidentPagesTests {

  /// Fifty characters with the separator ·, as civil notices ask for.
  private static final String FIFTY = "阿不都热合曼·买买提吐尔逊·伊斯坎达尔·艾合买提江·努尔麦麦提·玉素甫江·阿布都克里木·托合提如孜阿吉木";

  @Autowired MockMvcTester http;
  @Autowired Residents residents;
  @Autowired JdbcClient jdbc;

  private Staff doctor;

  @BeforeEach
  void aDoctor() {
    doctor = TestStaff.with("village-doctor", "ninghe-fengtai-v01");
  }

  static Stream<String> rareNames() {
    return Stream.of("䶮", "𠮷", "张𠮷䶮", "㼆㱔", "王\uE863", "\uD88C\uDC7A", "〇玉", "龘", FIFTY);
  }

  /// Form → database → page, list, JSON, print: no character is lost.
  @ParameterizedTest
  @MethodSource("rareNames")
  void rareNamesSurviveEverywhere(String name) throws Exception {
    var sent = register(name, TestResidents.number(), UUID.randomUUID());
    var path = Objects.requireNonNull(sent.getResponse().getRedirectedUrl(), "not registered");
    var id = path.substring("/residents/".length(), path.indexOf('?'));

    assertThat(
            jdbc.sql("select name from resident.resident where id = :id")
                .param("id", UUID.fromString(id))
                .query(String.class)
                .single())
        .isEqualTo(name);
    assertThat(get(path)).hasStatusOk().bodyText().contains(">" + name + "<");
    assertThat(get("/residents/" + id + "/card"))
        .hasStatusOk()
        .bodyText()
        .contains(">" + name + "<");
    assertThat(get("/residents/" + id + "/change")).bodyText().contains("value=\"" + name + "\"");
    assertThat(post("/residents/find", "q", name)).bodyText().contains(">" + name + "<");
    assertThat(get("/api/resident/" + id).getResponse().getContentAsString(StandardCharsets.UTF_8))
        .contains("\"name\":\"" + name + "\"");
  }

  @Test
  void theFormSaysEverythingThatIsWrongAndKeepsWhatWasTyped() {
    var answer =
        post(
            "/residents",
            "name",
            "张三",
            "number",
            "110105194912310021",
            "birthDate",
            "四月",
            "phone",
            "12",
            "contactName",
            "李四",
            "key",
            UUID.randomUUID().toString());

    assertThat(answer).hasStatusOk();
    assertThat(answer)
        .bodyText()
        .contains("id=\"errors\"", "href=\"#number\"", "href=\"#birth-date\"", "href=\"#phone\"")
        .contains("href=\"#contact-phone\"", "href=\"#consent\"")
        .contains("value=\"张三\"", "value=\"110105194912310021\"", "value=\"李四\"")
        .contains("校验不通过");
  }

  @Test
  void pressingTwiceIsOneResident() throws Exception {
    var key = UUID.randomUUID();
    var fields = newborn("王芳之女" + COUNT++, key);

    var first = post("/residents", fields).getResponse().getRedirectedUrl();
    var second = post("/residents", fields).getResponse().getRedirectedUrl();

    assertThat(first).startsWith("/residents/").isEqualTo(second);
  }

  @Test
  void whoLooksTheSameIsShownBeforeASecondRecordIsMade() throws Exception {
    var name = "王芳之子" + COUNT++;
    assertThat(post("/residents", newborn(name, UUID.randomUUID()))).hasStatus3xxRedirection();

    var again = newborn(name, UUID.randomUUID());
    assertThat(post("/residents", again)).hasStatusOk().bodyText().contains("name=\"different\"");

    var sure =
        Stream.concat(Stream.of(again), Stream.of("different", "yes")).toArray(String[]::new);
    assertThat(post("/residents", sure)).hasStatus3xxRedirection();
  }

  @Test
  void aKnownPersonIsToldNotMadeAgain() throws Exception {
    var number = TestResidents.number();
    register("王秀英", number, UUID.randomUUID());

    var again = register("王秀英", number, UUID.randomUUID()).getResponse().getRedirectedUrl();

    assertThat(again).endsWith("?registered=known");
    assertThat(get(String.valueOf(again))).bodyText().contains("没有重复建档");
    assertThat(register("赵六", number, UUID.randomUUID()))
        .hasStatusOk()
        .bodyText()
        .contains("已登记在另一个姓名之下");
  }

  @Test
  void invisibleCharactersAreNamedAndGone() {
    assertThat(register("张\u200B三", TestResidents.number(), UUID.randomUUID()))
        .hasStatusOk()
        .bodyText()
        .contains("看不见的字符", "value=\"张三\"")
        .doesNotContain("\u200B");
  }

  @Test
  void typingGetsTheListOnly() {
    register("薛看见", TestResidents.number(), UUID.randomUUID());

    assertThat(
            http.post()
                .uri("/residents/find")
                .header("HX-Request", "true")
                .param("q", "xuekan")
                .with(TestStaff.signedIn(doctor)))
        .hasStatusOk()
        .bodyText()
        .startsWith("<section id=\"hits\"")
        .contains("薛看见");
  }

  @Test
  void aSearchThatFindsNobodySaysWhatToDo() {
    assertThat(post("/residents/find", "q", "不存在的人"))
        .hasStatusOk()
        .bodyText()
        .contains("没有找到", "href=\"/residents/new\"");
  }

  @Test
  void somebodyElsewhereIsShownMaskedAndCanBeRegisteredHere() throws Exception {
    var number = TestResidents.number();
    var elsewhere = TestStaff.with("village-doctor", "taicang-diyi");
    var id = TestResidents.register(TestResidents.named("薛外来", number, elsewhere), elsewhere);

    assertThat(post("/residents/find", "q", number))
        .bodyText()
        .contains("薛*来", "value=\"" + number + "\"", "/access/emergency?resident=" + id)
        .doesNotContain("薛外来");
    assertThat(get("/residents/" + id)).hasStatus(404);

    assertThat(post("/residents/here", "number", number)).hasRedirectedUrl("/residents/" + id);
    assertThat(get("/residents/" + id)).hasStatusOk().bodyText().contains("薛外来");
  }

  @Test
  void numbersAreMaskedUntilTheyAreAskedFor() throws Exception {
    var number = TestResidents.number();
    var command = TestResidents.named("薛号码", number, doctor);
    var id = TestResidents.register(command, doctor);
    var pages =
        List.of(
            body(get("/residents/" + id)),
            body(get("/residents/" + id + "/card")),
            body(get("/residents/book?size=200")),
            body(post("/residents/find", "q", "薛号码")),
            body(get("/api/resident/" + id)));

    assertThat(pages).allSatisfy(it -> assertThat(it).contains("薛号码").doesNotContain(number));
    assertThat(pages)
        .allSatisfy(it -> assertThat(it).doesNotContain(command.person().phone(), "13900000000"));
    assertThat(post("/residents/" + id + "/reveal", "purpose", "call"))
        .hasStatusOk()
        .bodyText()
        .contains(number, command.person().phone(), "13900000000");
    assertThat(post("/residents/" + id + "/reveal", "purpose", "")).hasStatus(422);
  }

  @Test
  void whoWasOvertakenSeesByWhomAndKeepsTheTypedText() {
    var id = TestResidents.register(doctor);
    var fields = change(id, 1, "新路 1 号");
    assertThat(post("/residents/" + id + "/change", fields)).hasStatus3xxRedirection();
    assertThat(post("/residents/" + id + "/change", fields))
        .as("pressed twice")
        .hasStatus3xxRedirection();

    assertThat(post("/residents/" + id + "/change", change(id, 1, "我刚写的路 9 号")))
        .hasStatus(409)
        .bodyText()
        .contains("我刚写的路 9 号", doctor.name(), "更正信息", "/residents/" + id + "/change");
  }

  @Test
  void aRefusedCorrectionKeepsWhatWasTyped() {
    var id = TestResidents.register(doctor);
    var fields = change(id, 1, "新路 1 号");
    fields[1] = "";

    assertThat(post("/residents/" + id + "/change", fields))
        .hasStatusOk()
        .bodyText()
        .contains("href=\"#name\"", "value=\"新路 1 号\"");
  }

  @Test
  void thePageOffersOnlyWhatMayBeDone() {
    var id = TestResidents.register(doctor);

    assertThat(get("/residents/" + id))
        .hasStatusOk()
        .bodyText()
        .contains("/residents/" + id + "/change", "/residents/" + id + "/reveal", "/card");
    assertThat(get("/residents/" + id, TestStaff.with("desk-clerk", "taicang-diyi")))
        .hasStatus(404);
    assertThat(get("/residents/" + UUID.randomUUID())).hasStatus(404);
    assertThat(get("/residents/nonsense")).hasStatus(404);
  }

  @Test
  void everyCommandOfThePageWorksWithoutScript() {
    var id = TestResidents.register(doctor);
    var path = "/residents/" + id;

    assertThat(post(path + "/numbers", "system", "PASSPORT", "number", "E" + System.nanoTime()))
        .hasRedirectedUrl(path);
    assertThat(post(path + "/numbers", "system", "PASSPORT", "number", "护"))
        .hasStatusOk()
        .bodyText()
        .contains("href=\"#number\"");
    assertThat(post(path + "/contacts", "name", "王五", "relation", "7", "phone", "13811112222"))
        .hasRedirectedUrl(path);
    assertThat(post(path + "/contacts", "name", "", "relation", "7", "phone", "1"))
        .hasStatusOk()
        .bodyText()
        .contains("href=\"#contact-name\"", "href=\"#contact-phone\"");
    assertThat(post(path + "/consents", "text", "messages-1", "giver", "SELF"))
        .hasRedirectedUrl(path);
    assertThat(post(path + "/consents", "text", "messages-1")).hasStatusOk();
    assertThat(post(path + "/tie", "institution", doctor.institution().value()))
        .hasRedirectedUrl(path);
    assertThat(get(path)).bodyText().contains("王五", "138****2222", "短信与电话提醒", "护照");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en"})
  void everyPageSpeaksTheReadersLanguage(String language) {
    var id = TestResidents.register(doctor);
    for (var path :
        List.of(
            "/residents",
            "/residents/new",
            "/residents/book",
            "/residents/" + id,
            "/residents/" + id + "/change",
            "/residents/" + id + "/card")) {
      assertThat(
              http.get()
                  .uri(path)
                  .header("Accept-Language", language)
                  .with(TestStaff.signedIn(doctor)))
          .as(path)
          .hasStatusOk()
          .bodyText()
          .contains("lang=\"" + language + "\"");
    }
  }

  private static int COUNT = 1;

  private String[] change(ResidentId id, int version, String address) {
    var now = residents.particulars(id, doctor);
    return new String[] {
      "name",
      now.name(),
      "phone",
      now.phone(),
      "address",
      address,
      "residence",
      now.residence(),
      "version",
      String.valueOf(version),
      "key",
      "00000000-0000-0000-0000-" + "%012d".formatted(address.hashCode() & 0xFFFFFF)
    };
  }

  private MvcTestResult register(String name, String number, UUID key) {
    return post(
        "/residents",
        "name",
        name,
        "system",
        "ID_CARD",
        "number",
        number,
        "residence",
        "household-here",
        "firstContact",
        doctor.institution().value(),
        "consent",
        "SELF",
        "key",
        key.toString());
  }

  private static String[] newborn(String name, UUID key) {
    return new String[] {
      "name",
      name,
      "noNumberReason",
      "newborn",
      "sex",
      "2",
      "birthDate",
      "2026年11月20日",
      "residence",
      "household-here",
      "phone",
      "13712345678",
      "contactName",
      "王芳",
      "contactRelation",
      "5",
      "contactPhone",
      "13712345678",
      "consent",
      "GUARDIAN",
      "guardian",
      "王芳",
      "key",
      key.toString()
    };
  }

  private MvcTestResult get(String path) {
    return get(path, doctor);
  }

  private MvcTestResult get(String path, Staff by) {
    return http.get()
        .uri(URI.create(path))
        .accept(path.startsWith("/api") ? MediaType.APPLICATION_JSON : MediaType.TEXT_HTML)
        .with(TestStaff.signedIn(by))
        .exchange();
  }

  private MvcTestResult post(String path, String... fields) {
    var request = http.post().uri(path).accept(MediaType.TEXT_HTML);
    for (int i = 0; i < fields.length; i += 2) {
      request = request.param(fields[i], fields[i + 1]);
    }
    if (!List.of(fields).contains("key")) {
      request = request.param("key", UUID.randomUUID().toString());
    }
    return request.with(TestStaff.signedIn(doctor)).exchange();
  }

  private static String body(MvcTestResult result) throws Exception {
    return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
  }
}
