package org.heyi.flow.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heyi.TestStaff.signedIn;
import static org.heyi.flow.referral.TestReferrals.clerk;
import static org.heyi.flow.referral.TestReferrals.desk;
import static org.heyi.flow.referral.TestReferrals.physician;
import static org.heyi.flow.referral.TestReferrals.press;
import static org.heyi.flow.referral.TestReferrals.villageDoctor;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.heyi.HeyiTest;
import org.heyi.TestResidents;
import org.heyi.TestStaff;
import org.heyi.platform.shared.Staff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The pages of village doctor, office, desk and physician, without JavaScript.
@HeyiTest
class ReferralPagesTests {

  @Autowired MockMvcTester http;
  @Autowired Referrals referrals;
  @Autowired TestReferrals fixture;

  /// The story's first half as forms: three steps, then send.
  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en"})
  void aVillageDoctorWritesAndSends(String language) {
    var doctor = fixture.clinicTomorrow(1, 1);
    var resident = TestResidents.register(villageDoctor());
    var begin = get("/referrals/new?resident=" + resident, villageDoctor(), language);
    assertThat(begin).hasStatusOk().bodyText().contains("name=\"complaint\"");

    var kept =
        post(
            "/referrals",
            villageDoctor(),
            language,
            Map.of(
                "key", UUID.randomUUID().toString(),
                "resident", resident.toString(),
                "complaint", "胸痛两小时",
                "temperature", "３６．５",
                "noAllergies", "true",
                "medicines", "硝苯地平",
                "diagnosisText", "I20.9"));
    var id = ReferralId.of(location(kept).split("/", -1)[2]);
    assertThat(location(kept)).endsWith("/destination");
    assertThat(get(location(kept), villageDoctor(), language))
        .hasStatusOk()
        .bodyText()
        .contains("呼吸内科", "宁河区医院");

    var chosen =
        post(
            "/referrals/" + id + "/destination",
            villageDoctor(),
            language,
            Map.of(
                "key", UUID.randomUUID().toString(),
                "version", String.valueOf(fixture.version(id)),
                "departmentText", "hxnk",
                "urgency", "urgent",
                "reason", "需进一步检查",
                "consent", "true",
                "contactName", "张三",
                "contactRelation", "儿子",
                "contactPhone", "13900000001"));
    assertThat(location(chosen)).endsWith("/slot");
    var slot = fixture.free(doctor).getFirst().slot().toString();
    assertThat(get(location(chosen), villageDoctor(), language))
        .hasStatusOk()
        .bodyText()
        .contains(doctor, slot);

    var sent =
        post(
            "/referrals/" + id + "/send",
            villageDoctor(),
            language,
            Map.of(
                "key", UUID.randomUUID().toString(),
                "version", String.valueOf(fixture.version(id)),
                "slot", slot));
    assertThat(location(sent)).isEqualTo("/referrals/" + id);
    assertThat(get(location(sent), villageDoctor(), language))
        .hasStatusOk()
        .bodyText()
        .contains("胸痛两小时", "36.5", "硝苯地平", "门诊楼三层 5 诊室");
    assertThat(get("/referrals/sent", villageDoctor(), language))
        .hasStatusOk()
        .bodyText()
        .contains("/referrals/" + id);
  }

  @Test
  void lookingUpADiagnosisNeedsNoScriptAndLosesNothing() {
    var resident = TestResidents.register(villageDoctor());

    var found =
        post(
            "/referrals",
            villageDoctor(),
            "zh-CN",
            Map.of(
                "resident", resident.toString(),
                "complaint", "心慌",
                "diagnosisText", "xinlv",
                "find", "diagnosis"));

    assertThat(found).hasStatusOk().bodyText().contains("I49.9", "心律失常", "心慌");
  }

  @Test
  void whatCannotBeRightIsSaidAtTheFieldAndKept() {
    var resident = TestResidents.register(villageDoctor());

    var wrong =
        post(
            "/referrals",
            villageDoctor(),
            "zh-CN",
            Map.of("resident", resident.toString(), "complaint", "发热", "temperature", "365"));

    assertThat(wrong)
        .hasStatus(422)
        .bodyText()
        .contains("应在 30.0 到 45.0 之间", "href=\"#temperature\"", "value=\"365\"", "发热");
  }

  @Test
  void theOfficeAcceptsAndIsLedToTheNext() {
    var doctor = fixture.clinicTomorrow(1, 2);
    var first = fixture.sent(doctor);
    var second = fixture.sent(doctor);
    assertThat(get("/referrals/inbox", clerk(), "zh-CN")).hasStatusOk();
    assertThat(get("/referrals/" + first, clerk(), "zh-CN"))
        .hasStatusOk()
        .bodyText()
        .contains("接收，看下一份", "/referrals/" + first + "/return");

    var accepted =
        post(
            "/referrals/" + first + "/accept",
            clerk(),
            "zh-CN",
            form(first, Map.of("then", "next")));

    assertThat(location(accepted)).startsWith("/referrals/").isNotEqualTo("/referrals/" + first);
    assertThat(fixture.state(first)).isEqualTo("ACCEPTED");
    assertThat(fixture.state(second)).isEqualTo("SENT");
  }

  @Test
  void whoIsTooLateLearnsWhoWasFirstAndKeepsTheText() {
    var id = fixture.sent(fixture.clinicTomorrow(1, 1));
    var old = form(id, Map.of("advice", "请补充心电图，注明时间"));
    referrals.withdraw(id, "居民去了外地", press(fixture.version(id)), villageDoctor());

    var late = post("/referrals/" + id + "/return", clerk(), "zh-CN", old);

    assertThat(late)
        .hasStatus(409)
        .bodyText()
        .contains("内容已被他人更改", "撤回", "测试 village-doctor", "请补充心电图，注明时间");
  }

  @Test
  void aRefusalWithoutTextIsAskedForAgainAtTheForm() {
    var id = fixture.sent(fixture.clinicTomorrow(1, 1));

    assertThat(
            post("/referrals/" + id + "/return", clerk(), "zh-CN", form(id, Map.of("advice", ""))))
        .hasStatus(422)
        .bodyText()
        .contains("请写明说明文字");
    assertThat(fixture.state(id)).isEqualTo("SENT");
  }

  @Test
  void deskAndPhysicianDoTheirPart() {
    var id = fixture.accepted(fixture.clinicTomorrow(1, 1));
    fixture.at("08:00");
    assertThat(get("/referrals/desk", desk(), "zh-CN"))
        .hasStatusOk()
        .bodyText()
        .contains("/referrals/" + id + "/arrive", "/referrals/" + id + "/no-show");
    assertThat(
            location(
                post(
                    "/referrals/" + id + "/arrive",
                    desk(),
                    "zh-CN",
                    form(id, Map.of("then", "desk")))))
        .isEqualTo("/referrals/desk");

    assertThat(get("/referrals/care", physician(), "zh-CN"))
        .hasStatusOk()
        .bodyText()
        .contains("/referrals/" + id + "/take-in");
    post("/referrals/" + id + "/take-in", physician(), "zh-CN", form(id, Map.of()));
    assertThat(get("/referrals/" + id, physician(), "zh-CN"))
        .bodyText()
        .contains("name=\"treatment\"");
    post(
        "/referrals/" + id + "/feed-back",
        physician(),
        "zh-CN",
        form(id, Map.of("diagnosisText", "I20.0", "treatment", "住院", "advice", "每月随访")));
    assertThat(get("/referrals/" + id, villageDoctor(), "en"))
        .hasStatusOk()
        .bodyText()
        .contains("每月随访", "Unstable angina");
    post("/referrals/" + id + "/close", villageDoctor(), "zh-CN", form(id, Map.of()));
    assertThat(fixture.state(id)).isEqualTo("CLOSED");
  }

  @Test
  void theSlipAndTheFormSayWhatTheResidentAndTheHospitalNeed() {
    var id = fixture.accepted(fixture.clinicTomorrow(1, 1));

    assertThat(get("/referrals/" + id + "/slip", villageDoctor(), "zh-CN"))
        .hasStatusOk()
        .bodyText()
        .contains("就诊凭条", "门诊楼三层 5 诊室", "08:00", "身份证", "不需要再挂号");
    assertThat(get("/referrals/" + id + "/form", villageDoctor(), "zh-CN"))
        .hasStatusOk()
        .bodyText()
        .contains("存根", "双向转诊（转出）单", "心绞痛", "宁河区医院", "青霉素");
    assertThat(get("/referrals/outage", desk(), "zh-CN"))
        .hasStatusOk()
        .bodyText()
        .contains("停机应急清单");
  }

  @Test
  void aPhotoOfAnEcgIsKeptAndShownToTheHospital() throws IOException {
    var id = fixture.draft();
    var photo = new MockMultipartFile("file", "心电图.png", "image/png", aPhoto());

    var stored =
        http.post()
            .uri("/referrals/{id}/files", id.value())
            .multipart()
            .file(photo)
            .param("key", UUID.randomUUID().toString())
            .param("version", String.valueOf(fixture.version(id)))
            .with(signedIn(villageDoctor()))
            .exchange();

    assertThat(location(stored)).contains("/clinical");
    var file = referrals.view(id, villageDoctor()).files().getFirst();
    var path = "/referrals/" + id + "/files/" + file.id();
    assertThat(get(path, villageDoctor(), "zh-CN"))
        .hasStatusOk()
        .headers()
        .hasValue("X-Content-Type-Options", "nosniff");
    assertThat(get(path, clerk(), "zh-CN")).hasStatus(404);
  }

  @Test
  void whatIsNoFileOfOurKindIsRefusedAtTheForm() {
    var id = fixture.draft();
    var script =
        new MockMultipartFile(
            "file", "x.png", "image/png", "<script>".getBytes(StandardCharsets.UTF_8));

    assertThat(
            http.post()
                .uri("/referrals/{id}/files", id.value())
                .multipart()
                .file(script)
                .param("key", UUID.randomUUID().toString())
                .param("version", String.valueOf(fixture.version(id)))
                .with(signedIn(villageDoctor())))
        .hasStatus(422)
        .bodyText()
        .contains("胸痛两小时");
  }

  @Test
  void strangersGetTheSamePageAsForAnIdThatIsNone() {
    var id = fixture.sent(fixture.clinicTomorrow(1, 1));
    var stranger = TestStaff.with("village-doctor", "ninghe-dabei-v01");

    for (var path : new String[] {"", "/slip", "/form", "/clinical", "/slot", "/destination"}) {
      assertThat(get("/referrals/" + id + path, stranger, "zh-CN")).as(path).hasStatus(404);
      assertThat(get("/referrals/" + UUID.randomUUID() + path, stranger, "zh-CN"))
          .as(path)
          .hasStatus(404);
    }
    assertThat(post("/referrals/" + id + "/accept", stranger, "zh-CN", form(id, Map.of())))
        .hasStatus(404);
  }

  @Test
  void theApiShowsTheSameActions() {
    var id = fixture.sent(fixture.clinicTomorrow(1, 1));

    assertThat(
            http.get()
                .uri("/api/referral/referrals/{id}", id.value())
                .accept("application/json")
                .with(signedIn(clerk())))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.actions")
        .asArray()
        .containsExactlyInAnyOrder("claim", "accept", "return", "refuse", "forward");
    assertThat(
            http.get()
                .uri("/api/referral/referrals?list=inbox&size=200")
                .accept("application/json")
                .with(signedIn(clerk())))
        .hasStatusOk()
        .bodyText()
        .contains(id.toString());
  }

  @Test
  void listsAreSortedFilteredAndEmptyOnesSayWhatToDo() {
    var id = fixture.sent(fixture.clinicTomorrow(1, 1));
    var number = referrals.view(id, clerk()).number();

    for (var sort :
        new String[] {
          "urgency", "visit", "due", "resident", "department", "sender", "assignee", "nonsense"
        }) {
      assertThat(get("/referrals/inbox?sort=" + sort + "&desc=true&q=" + number, clerk(), "en"))
          .as(sort)
          .hasStatusOk()
          .bodyText()
          .contains(id.toString());
    }
    assertThat(get("/referrals/inbox?q=zzzzzz", clerk(), "zh-CN")).bodyText().contains("没有待审核的转诊");
    assertThat(get("/referrals/sent?q=zzzzzz", villageDoctor(), "zh-CN"))
        .bodyText()
        .contains("没有符合条件的转诊");
    assertThat(get("/referrals/care?q=zzzzzz", physician(), "zh-CN")).bodyText().contains("标记到诊");
    assertThat(get("/referrals/desk?day=2031-01-01", desk(), "zh-CN"))
        .bodyText()
        .contains("2031-01-01");
  }

  @Test
  void homeAndTheResidentsPageLeadHere() {
    var id = fixture.draft();
    var resident = referrals.view(id, villageDoctor()).resident().id();

    assertThat(get("/", villageDoctor(), "zh-CN"))
        .hasStatusOk()
        .bodyText()
        .contains("/referrals/sent?state=draft");
    assertThat(get("/residents/" + resident, villageDoctor(), "zh-CN"))
        .hasStatusOk()
        .bodyText()
        .contains("/referrals/new?resident=" + resident, "/referrals/" + id);
  }

  private MvcTestResult get(String path, Staff by, String language) {
    return http.get()
        .uri(java.net.URI.create(path))
        .header("Accept-Language", language)
        .accept("text/html")
        .with(signedIn(by))
        .exchange();
  }

  private MvcTestResult post(String path, Staff by, String language, Map<String, String> fields) {
    var request =
        http.post()
            .uri(java.net.URI.create(path))
            .header("Accept-Language", language)
            .accept("text/html")
            .with(signedIn(by));
    fields.forEach(request::param);
    return request.exchange();
  }

  private Map<String, String> form(ReferralId id, Map<String, String> fields) {
    var all = new java.util.HashMap<>(fields);
    all.put("key", UUID.randomUUID().toString());
    all.put("version", String.valueOf(fixture.version(id)));
    return all;
  }

  private static String location(MvcTestResult result) {
    assertThat(result).hasStatus3xxRedirection();
    return String.valueOf(result.getResponse().getHeader("Location"));
  }

  private static byte[] aPhoto() throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }
}
