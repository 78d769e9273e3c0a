package org.heyi.platform.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.Satisfies;
import org.heyi.TestBrowser;
import org.heyi.TestResidents;
import org.heyi.TestStaff;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.sheet.read.SheetFile;
import org.heyi.platform.sheet.read.SheetLimits;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The pages of imports and exports, as their users press them.
@HeyiTest
class ImportPagesTests {

  private static final AtomicInteger COUNT = new AtomicInteger();

  @Autowired MockMvcTester http;
  @Autowired JdbcClient jdbc;
  @Autowired RunWork work;
  @Autowired MovableClock clock;

  private final Staff clerk =
      TestStaff.another("desk-clerk", "sheet-hospital-" + COUNT.incrementAndGet());

  private static String residents(int right, int wrong) {
    var file = new StringBuilder("姓名,证件号码,联系电话,常住类型,知情同意\n");
    for (int i = 0; i < right; i++) {
      file.append("王秀英,%s,%s,户籍常住,本人同意\n".formatted(TestResidents.number(), TestResidents.phone()));
    }
    for (int i = 0; i < wrong; i++) {
      file.append("李建国,1,,户籍常住,本人同意\n");
    }
    return file.toString();
  }

  private MvcTestResult send(String kind, String file, UUID key, Staff by) {
    return send(kind, file.getBytes(StandardCharsets.UTF_8), key, by);
  }

  private MvcTestResult send(String kind, byte[] file, UUID key, Staff by) {
    return http.post()
        .uri("/imports/" + kind)
        .multipart()
        .file(new MockMultipartFile("file", "名单.csv", "text/csv", file))
        .param("key", key.toString())
        .accept("text/html")
        .header("Accept-Language", "zh-CN")
        .with(TestStaff.signedIn(by))
        .exchange();
  }

  private MvcTestResult press(String path, String mode, UUID key) {
    return http.post()
        .uri(path)
        .param("key", key.toString())
        .param("mode", mode)
        .accept("text/html")
        .with(TestStaff.signedIn(clerk))
        .exchange();
  }

  private MvcTestResult get(String path, Staff by) {
    return http.get()
        .uri(path)
        .accept("text/html", "*/*")
        .header("Accept-Language", "zh-CN")
        .with(TestStaff.signedIn(by))
        .exchange();
  }

  private static String led(MvcTestResult result) {
    return Objects.requireNonNull(result.getResponse().getRedirectedUrl());
  }

  private static byte[] bytes(MvcTestResult result) {
    return result.getResponse().getContentAsByteArray();
  }

  @Test
  void aFileIsLookedThroughShownAndWrittenAsItsReaderChooses() {
    var run = led(send("residents", residents(3, 2), UUID.randomUUID(), clerk));

    assertThat(TestBrowser.text(get(run, clerk)))
        .contains("证件号码", "身份证号应为 18 位", "下载标注副本", "跳过有误的行");
    assertThat(press(run + "/apply", "all", UUID.randomUUID()))
        .hasStatus(422)
        .bodyText()
        .contains("有 2 行有误");
    assertThat(registered()).isZero();
    assertThat(press(run + "/apply", "skip", UUID.randomUUID())).hasRedirectedUrl(run);
    assertThat(registered()).isEqualTo(3);
    assertThat(TestBrowser.text(get(run, clerk))).contains("已导入");
    assertThat(TestBrowser.text(get("/imports", clerk))).contains("名单.csv", clerk.name());
  }

  @Test
  void pressingTwiceIsOneImport() {
    var key = UUID.randomUUID();
    var file = residents(2, 0);
    var first = led(send("residents", file, key, clerk));
    assertThat(led(send("residents", file, key, clerk))).isEqualTo(first);

    var second = UUID.randomUUID();
    assertThat(press(first + "/apply", "all", second)).hasRedirectedUrl(first);
    assertThat(press(first + "/apply", "all", second)).hasRedirectedUrl(first);
    assertThat(press(first + "/apply", "all", UUID.randomUUID())).hasStatus(409);
    assertThat(registered()).isEqualTo(2);
  }

  /// What is more than a press can wait for is written by the job, here or on another node.
  @Test
  void aLargeFileGoesOnInTheBackground() {
    var run = led(send("residents", residents(205, 0), UUID.randomUUID(), clerk));
    press(run + "/apply", "skip", UUID.randomUUID());

    assertThat(registered()).isZero();
    assertThat(TestBrowser.text(get(run, clerk))).contains("已写入 0 行，共 205 行");
    work.goOn();

    assertThat(registered()).isEqualTo(205);
    assertThat(TestBrowser.text(get(run, clerk))).contains("已导入");
  }

  /// Whoever began it must be in their post while it is written.
  @Test
  void anImportStopsWhenThePostOfWhoBeganItEnds() {
    var run = led(send("residents", residents(205, 0), UUID.randomUUID(), clerk));
    press(run + "/apply", "skip", UUID.randomUUID());
    jdbc.sql("update access.post set until_date = from_date where id = :post")
        .param("post", clerk.post().value())
        .update();
    work.goOn();

    var colleague = TestStaff.another("desk-clerk", clerk.institution().value());
    assertThat(TestBrowser.text(get(run, colleague))).contains("发起人的岗位已结束");
    assertThat(registered()).isZero();
  }

  @Test
  void aFileThatIsNoneIsRefusedAtItsField() {
    assertThat(
            send(
                "residents",
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0},
                UUID.randomUUID(),
                clerk))
        .hasStatus(422)
        .bodyText()
        .contains("Excel 97-2003", "另存为");
    assertThat(send("residents", "姓名,生日\n张三,1\n", UUID.randomUUID(), clerk))
        .hasStatus(422)
        .bodyText()
        .contains("模板中没有的表头：生日");
  }

  /// After its time the file goes, as it is full of personal data; the counts stay.
  @Test
  void aFileIsForgottenAndItsCountsStay() {
    var run = led(send("residents", residents(1, 1), UUID.randomUUID(), clerk));
    clock.advance(SheetLimits.load().kept().plus(Duration.ofDays(1)));
    work.forget();

    assertThat(get(run + "/marked", clerk)).hasStatus(409);
    assertThat(TestBrowser.text(get(run, clerk))).contains("已到期删除");
    assertThat(TestBrowser.text(get("/imports", clerk))).contains("名单.csv");
  }

  /// A template says in both languages what can be filled in, and holds nothing that would be
  /// imported.
  @Test
  void aTemplateHasHeadingsNotesAndLists() throws IOException {
    for (var kind : List.of("residents", "clinics", "accounts")) {
      var role =
          kind.equals("clinics")
              ? "schedule-clerk"
              : kind.equals("accounts") ? "system-admin" : "desk-clerk";
      var reader = TestStaff.with(role, "ninghe-yiyuan");
      try (var book =
          new XSSFWorkbook(
              new ByteArrayInputStream(bytes(get("/imports/" + kind + "/template", reader))))) {
        var sheet = book.getSheetAt(0);
        assertThat(sheet.getLastRowNum()).isZero();
        assertThat(sheet.getDataValidations()).isNotEmpty();
        assertThat(sheet.getCellComments()).hasSameSizeAs(cells(sheet.getRow(0)));
        assertThat(book.getSheetAt(1).getSheetName()).isEqualTo("填写说明");
        assertThat(sheet.getColumnStyle(0).getDataFormatString()).isEqualTo("@");
        for (int i = 2; i < book.getNumberOfSheets(); i++) {
          assertThat(book.isSheetHidden(i)).isTrue();
        }
      }
    }
  }

  private static List<String> cells(org.apache.poi.ss.usermodel.Row row) {
    var texts = new java.util.ArrayList<String>();
    row.forEach(it -> texts.add(new DataFormatter().formatCellValue(it)));
    return texts;
  }

  /// Names that would be formulas leave the house as text, with who took them, numbers masked.
  @Test
  @Satisfies("PLT-08")
  void aListIsTakenOutAsItsReaderSeesIt() {
    var doctor = TestStaff.another("village-doctor", "sheet-clinic-" + COUNT.incrementAndGet());
    var number = TestResidents.number();
    TestResidents.register(TestResidents.named("-李明", number, doctor), doctor);

    var csv =
        new String(bytes(get("/residents/book/export?format=csv", doctor)), StandardCharsets.UTF_8);
    assertThat(csv).contains(doctor.name(), "2026-11-23 09:00", "\"'-李明\"").doesNotContain(number);
    var xlsx = SheetFile.read(bytes(get("/residents/book/export", doctor)), SheetLimits.load());
    assertThat(xlsx.rows().get(1).cells().getFirst().text()).isEqualTo("-李明");
    assertThat(exported(doctor))
        .containsExactlyInAnyOrder(
            "resident.exported", "sheet.exported", "resident.exported", "sheet.exported");
  }

  @Test
  void accountsAndClinicsAreTakenOutToo() {
    var admin = TestStaff.with("system-admin", "ninghe-weijianwei");
    assertThat(
            new String(
                bytes(get("/accounts/export?format=csv&role=system-admin", admin)),
                StandardCharsets.UTF_8))
        .contains(TestStaff.login(admin), "138****0000", "系统管理员");
    var clerk = TestStaff.with("schedule-clerk", "ninghe-yiyuan");
    assertThat(get("/clinics/export?format=xlsx", clerk))
        .hasStatusOk()
        .hasHeader("Cache-Control", "no-store");
  }

  /// First passwords are handed out once, open their accounts, and have to be changed.
  @Test
  void importedAccountsGetTheirFirstPasswordOnce() {
    var admin = TestStaff.with("system-admin", "sheet-commission");
    TestStaff.with("physician", "sheet-ward");
    var one = "first" + COUNT.incrementAndGet();
    var file =
        "登录名,姓名,电话,角色,机构\n%s,李明,13800000000,乡村医生,sheet-ward\n%s2,王敏,13800000001,physician,sheet-ward\n"
            .formatted(one, one);
    var run = led(send("accounts", file, UUID.randomUUID(), admin));
    http.post()
        .uri(run + "/apply")
        .param("key", UUID.randomUUID().toString())
        .param("mode", "all")
        .accept("text/html")
        .with(TestStaff.signedIn(admin))
        .exchange();
    var page = "/accounts/imported/" + run.substring(run.lastIndexOf('/') + 1);
    assertThat(TestBrowser.text(get(page, admin))).contains("2 个，共 2 个");
    assertThat(new TestBrowser(http).signIn(one, "{none}")).hasRedirectedUrl("/sign-in?said=wrong");

    var key = UUID.randomUUID();
    var passwords = passwords(page, key, admin);
    assertThat(passwords).hasSize(2);
    assertThat(new HashSet<>(passwords)).hasSize(2);
    assertThat(passwords(page, key, admin)).isEqualTo(passwords);
    assertThat(passwords(page, UUID.randomUUID(), admin)).containsOnly("已发放过");
    assertThat(new TestBrowser(http).signIn(one, passwords.getFirst())).hasRedirectedUrl("/");
    assertThat(TestBrowser.text(get(page, admin))).contains("均已发放");
  }

  private List<String> passwords(String page, UUID key, Staff admin) {
    var answer =
        http.post()
            .uri(page)
            .param("key", key.toString())
            .accept("text/html", "*/*")
            .header("Accept-Language", "zh-CN")
            .with(TestStaff.signedIn(admin))
            .exchange();
    return SheetFile.read(bytes(answer), SheetLimits.load()).rows().stream()
        .skip(1)
        .map(it -> it.cell(2).text())
        .toList();
  }

  private long registered() {
    return jdbc.sql("select count(*) from resident.resident where institution = :where")
        .param("where", clerk.institution().value())
        .query(Long.class)
        .single();
  }

  private List<String> exported(Staff by) {
    return jdbc.sql(
            "select action from audit.entry where account = :by and action like '%.exported'")
        .param("by", by.account().value())
        .query((row, _) -> row.getString("action"))
        .list();
  }
}
