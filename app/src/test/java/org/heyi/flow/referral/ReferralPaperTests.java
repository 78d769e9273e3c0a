package org.heyi.flow.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heyi.flow.referral.TestReferrals.HOSPITAL;
import static org.heyi.flow.referral.TestReferrals.clerk;
import static org.heyi.flow.referral.TestReferrals.desk;
import static org.heyi.flow.referral.TestReferrals.physician;
import static org.heyi.flow.referral.TestReferrals.press;
import static org.heyi.flow.referral.TestReferrals.villageDoctor;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.heyi.HeyiTest;
import org.heyi.TestResidents;
import org.heyi.TestStaff;
import org.heyi.flow.referral.content.ClinicalSummary;
import org.heyi.flow.referral.content.Diagnoses;
import org.heyi.flow.referral.content.Feedback;
import org.heyi.flow.referral.content.Urgency;
import org.heyi.flow.referral.content.VitalSigns;
import org.heyi.platform.shared.Code;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// 双向转诊单 as PDF: all of the screen and no more, found again by the code on it.
@HeyiTest
class ReferralPaperTests {

  private static final String ANOTHER = "03.02";

  @Autowired private TestReferrals fixture;
  @Autowired private TestPages pages;
  @Autowired private Drafts drafts;
  @Autowired private Referrals referrals;
  @Autowired private Redirects redirects;
  @Autowired private Diagnoses diagnoses;
  @Autowired private VitalSigns signs;
  @Autowired private MessageSource messages;
  @Autowired private JdbcClient jdbc;
  private Words chinese;

  @BeforeEach
  void words() {
    chinese = new Words(messages, Locale.SIMPLIFIED_CHINESE);
  }

  private byte[] pdf(ReferralId id, String what, Staff by, String language) {
    var answer = pages.get("/referrals/" + id + "/" + what + ".pdf", by, language);
    assertThat(answer).hasStatusOk().hasContentType("application/pdf");
    return answer.getResponse().getContentAsByteArray();
  }

  /// Page for page, without line ends and spaces.
  private static List<String> read(byte[] pdf) throws IOException {
    var all = new ArrayList<String>();
    try (var document = Loader.loadPDF(pdf)) {
      var stripper = new PDFTextStripper();
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        all.add(plain(stripper.getText(document)));
      }
    }
    return all;
  }

  private static String plain(String text) {
    return text.replaceAll("\\s", "");
  }

  /// With every field written, and sent.
  private ReferralId full(String complaint) throws IOException {
    var doctor = villageDoctor();
    var name = "张䶮";
    var resident =
        TestResidents.register(TestResidents.named(name, TestResidents.number(), doctor), doctor);
    var id = drafts.start(resident, summary(complaint), UUID.randomUUID(), doctor);
    drafts.request(id, TestReferrals.request(Urgency.URGENT), press(fixture.version(id)), doctor);
    drafts.attach(id, "心电图甲.png", picture(), press(fixture.version(id)), doctor);
    var slot = fixture.free(fixture.clinicTomorrow(1, 1)).getFirst().slot();
    referrals.send(id, slot, press(fixture.version(id)), doctor);
    return id;
  }

  private ClinicalSummary summary(String complaint) {
    var measured = new HashMap<String, BigDecimal>();
    signs.all().forEach(it -> measured.put(it.code(), it.highest()));
    measured.put("diastolic", new BigDecimal("95"));
    return new ClinicalSummary(
        complaint,
        measured,
        "青霉素、磺胺",
        false,
        "氨氯地平 5mg 每日一次",
        false,
        diagnoses.find(new Code(Diagnoses.SYSTEM, "I20.9")).orElseThrow());
  }

  private static byte[] picture() throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }

  private void throughToFeedback(ReferralId id) {
    referrals.forward(id, null, "需要住院吗", press(fixture.version(id)), clerk());
    referrals.advise(id, "可先门诊", press(fixture.version(id)), physician());
    referrals.accept(id, press(fixture.version(id)), clerk());
    fixture.at("08:05");
    referrals.arrive(id, press(fixture.version(id)), desk());
    referrals.takeIn(id, press(fixture.version(id)), physician());
    var diagnosis = diagnoses.find(new Code(Diagnoses.SYSTEM, "I20.0")).orElseThrow();
    var feedback = new Feedback(diagnosis, "冠脉造影后住院五日", "每月随访，按时服药");
    referrals.feedBack(id, feedback, press(fixture.version(id)), physician());
  }

  private void isAllOnPaper(ReferralId id, Staff by) throws IOException {
    var shown = ShownTexts.of(referrals.view(id, by), chinese);
    var paper = String.join("", read(pdf(id, "form", by, "zh-CN")));
    shown.forEach((where, texts) ->
        assertThat(texts).as(where).allMatch(it -> paper.contains(plain(it)), "is on paper"));
    System.out.printf(
        "referral in state %s: %d fields with %d texts, all in the PDF%n",
        fixture.state(id), shown.size(), shown.values().stream().mapToInt(it -> it.size()).sum());
  }

  @Test
  void everyFieldOfTheScreenIsOnPaper() throws IOException {
    var id = full("胸痛两小时，含服硝酸甘油后缓解");
    isAllOnPaper(id, clerk());
    throughToFeedback(id);
    isAllOnPaper(id, villageDoctor());
    isAllOnPaper(id, physician());
  }

  @Test
  void aReturnedOneSaysUntilWhenItsSlotIsKept() throws IOException {
    var id = full("胸闷");
    referrals.giveBack(id, TestReferrals.MISSING, "请补充心电图", press(fixture.version(id)), clerk());
    isAllOnPaper(id, villageDoctor());
  }

  @Test
  void oneThatWasSentOnSaysFromWhereToWhere() throws IOException {
    var id = full("上腹痛");
    var doctor = fixture.clinicTomorrow(HOSPITAL, ANOTHER, LocalTime.of(8, 0), 1, 1, 1);
    var slot = fixture.free(HOSPITAL, ANOTHER, doctor, villageDoctor()).getFirst().slot();
    referrals.claim(id, press(fixture.version(id)), clerk());
    redirects.redirect(
        id, slot, Set.of("wrong-department"), "消化道症状为主", press(fixture.version(id)), clerk());
    isAllOnPaper(id, villageDoctor());
  }

  @Test
  void whatTheViewerMayNotSeeIsNotOnPaper() throws IOException {
    var id = full("只给在诊者看的病情");
    referrals.refuse(id, Set.of("not-indicated"), "可在基层处理", press(fixture.version(id)), clerk());

    assertThat(referrals.view(id, clerk()).summary()).isNull();
    var paper = String.join("", read(pdf(id, "form", clerk(), "zh-CN")));
    assertThat(paper)
        .contains(plain(chinese.of("referral.content-closed")))
        .doesNotContain("只给在诊者看的病情", "青霉素", "可在基层处理", "心电图甲", "张三");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en"})
  void aLongOneBreaksAndEveryPageSaysWhoseItIs(String language) throws IOException {
    var complaint = "胸痛反复发作，活动后加重，休息可缓解；".repeat(90);
    var id = full(complaint);
    var read = read(pdf(id, "form", villageDoctor(), language));
    var number = referrals.view(id, villageDoctor()).number();

    assertThat(read.size()).isGreaterThan(1);
    for (int page = 0; page < read.size(); page++) {
      assertThat(read.get(page))
          .as("page %s", page + 1)
          .contains(
              number,
              plain(TestStaff.with("village-doctor", TestReferrals.CLINIC).name()),
              (page + 1) + "/" + read.size());
    }
    var sentences = String.join("", read).split("活动后加重", -1).length - 1;
    assertThat(sentences).isGreaterThanOrEqualTo(88);
  }

  @Test
  void theCodeOpensTheReferralAndSaysNothingElse() throws Exception {
    var id = full("头晕");
    String said;
    try (var document = Loader.loadPDF(pdf(id, "form", villageDoctor(), "zh-CN"))) {
      said = decode(document);
    }

    assertThat(said).isEqualTo("http://localhost/referrals/" + id);
    var path = said.substring("http://localhost".length());
    assertThat(pages.get(path, clerk(), "zh-CN")).hasStatusOk();
    var stranger = TestStaff.with("village-doctor", "ninghe-dabei-v01");
    assertThat(pages.get(path, stranger, "zh-CN")).hasStatus(404);
    for (var what : List.of("form", "slip")) {
      assertThat(pages.get(path + "/" + what + ".pdf", stranger, "zh-CN")).hasStatus(404);
    }
  }

  private static String decode(PDDocument document) throws Exception {
    var image = new PDFRenderer(document).renderImageWithDPI(0, 150);
    int width = image.getWidth();
    int height = image.getHeight();
    var pixels = image.getRGB(0, 0, width, height, null, 0, width);
    var source = new RGBLuminanceSource(width, height, pixels);
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(new HybridBinarizer(source)),
            Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE))
        .getText();
  }

  @Test
  void takingItIsOnRecordAndTheFileNamesNobody() throws IOException {
    var id = full("乏力");
    var answer = pages.get("/referrals/" + id + "/form.pdf", villageDoctor(), "zh-CN");

    assertThat(answer.getResponse().getHeader("Content-Disposition"))
        .contains(referrals.view(id, villageDoctor()).number() + "-form.pdf")
        .doesNotContain("张");
    assertThat(answer.getResponse().getHeader("Cache-Control")).isEqualTo("no-store");
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from audit.entry
                     where action = 'referral.printed' and subject_id = :id
                    """)
                .param("id", id.toString())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void theSlipIsAPdfToo() throws IOException {
    var id = full("心悸");

    assertThat(String.join("", read(pdf(id, "slip", villageDoctor(), "zh-CN"))))
        .contains("就诊凭条", "张䶮", "门诊楼三层5诊室", "不需要再挂号");
  }
}
