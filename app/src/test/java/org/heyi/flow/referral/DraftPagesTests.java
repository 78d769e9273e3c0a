package org.heyi.flow.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heyi.TestStaff.signedIn;
import static org.heyi.flow.referral.TestReferrals.clerk;
import static org.heyi.flow.referral.TestReferrals.villageDoctor;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.heyi.HeyiTest;
import org.heyi.TestResidents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// The three steps in which a village doctor writes and sends, without JavaScript.
@HeyiTest
class DraftPagesTests {

  @Autowired MockMvcTester http;
  @Autowired TestPages pages;
  @Autowired Referrals referrals;
  @Autowired TestReferrals fixture;

  /// The story's first half as forms: three steps, then send.
  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en"})
  void aVillageDoctorWritesAndSends(String language) {
    var doctor = fixture.clinicTomorrow(LocalTime.of(7, 0), 1, 1);
    var resident = TestResidents.register(villageDoctor());
    var begin = pages.get("/referrals/new?resident=" + resident, villageDoctor(), language);
    assertThat(begin).hasStatusOk().bodyText().contains("name=\"complaint\"");

    var kept =
        pages.post(
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
    var id = ReferralId.of(TestPages.location(kept).split("/", -1)[2]);
    assertThat(TestPages.location(kept)).endsWith("/destination");
    assertThat(pages.get(TestPages.location(kept), villageDoctor(), language))
        .hasStatusOk()
        .bodyText()
        .contains("呼吸内科", "宁河区医院");

    var chosen =
        pages.post(
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
    assertThat(TestPages.location(chosen)).endsWith("/slot");
    var slot = fixture.free(doctor).getFirst().slot().toString();
    assertThat(pages.get(TestPages.location(chosen), villageDoctor(), language))
        .hasStatusOk()
        .bodyText()
        .contains(doctor, slot);

    var sent =
        pages.post(
            "/referrals/" + id + "/send",
            villageDoctor(),
            language,
            Map.of(
                "key", UUID.randomUUID().toString(),
                "version", String.valueOf(fixture.version(id)),
                "slot", slot));
    assertThat(TestPages.location(sent)).isEqualTo("/referrals/" + id);
    assertThat(pages.get(TestPages.location(sent), villageDoctor(), language))
        .hasStatusOk()
        .bodyText()
        .contains("胸痛两小时", "36.5", "硝苯地平", "门诊楼三层 5 诊室");
    assertThat(pages.get("/referrals/sent?size=200", villageDoctor(), language))
        .hasStatusOk()
        .bodyText()
        .contains("/referrals/" + id);
  }

  /// The answer to the first press was lost and the text changed before the second: the form comes
  /// back, says so and has a new key, so that nobody is stuck.
  @Test
  void aFormThatWasKeptBeforeWithOtherTextComesBackWithANewKey() {
    var resident = TestResidents.register(villageDoctor()).toString();
    var key = UUID.randomUUID().toString();
    var first = Map.of("key", key, "resident", resident, "complaint", "心慌");
    var second = Map.of("key", key, "resident", resident, "complaint", "心慌，加重一天");
    var kept = TestPages.location(pages.post("/referrals", villageDoctor(), "zh-CN", first));
    assertThat(TestPages.location(pages.post("/referrals", villageDoctor(), "zh-CN", first)))
        .isEqualTo(kept);

    assertThat(pages.post("/referrals", villageDoctor(), "zh-CN", second))
        .hasStatus(409)
        .bodyText()
        .contains("已经提交过", "心慌，加重一天", "id=\"errors\"")
        .doesNotContain(key);
  }

  @Test
  void lookingUpADiagnosisNeedsNoScriptAndLosesNothing() {
    var resident = TestResidents.register(villageDoctor());

    var found =
        pages.post(
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
        pages.post(
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

    assertThat(TestPages.location(stored)).contains("/clinical");
    var file = referrals.view(id, villageDoctor()).files().getFirst();
    var path = "/referrals/" + id + "/files/" + file.id();
    assertThat(pages.get(path, villageDoctor(), "zh-CN"))
        .hasStatusOk()
        .headers()
        .hasValue("X-Content-Type-Options", "nosniff");
    assertThat(pages.get(path, clerk(), "zh-CN")).hasStatus(404);
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
  void nonsenseInAFormIsNoAccident() {
    var id = fixture.draft();
    var nonsense = pages.form(id, Map.of("slot", "'; drop table", "then", "//elsewhere"));

    assertThat(pages.post("/referrals/" + id + "/send", villageDoctor(), "zh-CN", nonsense))
        .hasStatus(404);
    assertThat(fixture.state(id)).isEqualTo("DRAFT");
    var nul = pages.form(id, Map.of("complaint", "胸\0痛", "noAllergies", "true"));
    pages.post("/referrals/" + id + "/clinical", villageDoctor(), "zh-CN", nul);
    assertThat(referrals.view(id, villageDoctor()).summary())
        .extracting(it -> Objects.requireNonNull(it).complaint())
        .isEqualTo("胸痛");
  }

  private static byte[] aPhoto() throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }
}
