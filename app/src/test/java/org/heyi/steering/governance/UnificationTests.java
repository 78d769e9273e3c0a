package org.heyi.steering.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.heyi.AtOnce;
import org.heyi.HeyiTest;
import org.heyi.Satisfies;
import org.heyi.TestStaff;
import org.heyi.platform.shared.ConsortiumId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.Staff;
import org.heyi.steering.governance.unified.ChangeStatus;
import org.heyi.steering.governance.unified.Unifications;
import org.heyi.steering.governance.unified.UnifiedKind;
import org.heyi.steering.governance.unified.UnifiedMatrix;
import org.heyi.steering.governance.unified.UnifiedStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// How far members are managed as one (GOV-11). Each test that records something takes a member of
/// its own.
@HeyiTest
class UnificationTests {

  private static final ConsortiumId NINGHE = ConsortiumId.of("ninghe-zongyiyuan");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  @Autowired Unifications unifications;
  @Autowired MockMvcTester http;

  /// 宁河 §五, §十; 瓦房店 四(一)3; 太仓 二(三)1; 临沂 三(二)2–5, 附3#4, #7; 南阳 正文二. 统一, 统筹 and 一体化 are kept apart.
  @ParameterizedTest
  @CsvSource({
    "ninghe-zongyiyuan, UNIFIED, '行政,人员,财务,质量,药械,信息'",
    "ninghe-zongyiyuan, COORDINATED, '行政,人事,财务,业务,用药目录,信息系统,后勤服务'",
    "wafangdian-tight, UNIFIED, '人,财,物'",
    "taicang-yigongti, COORDINATED, '行政,人事,财务,业务,用药,信息,后勤,绩效'",
    "taicang-yigongti, INTEGRATED, '人力资源管理,全面预算管理,信息管理,医疗服务管理'",
    "linyi-people, INTEGRATED, '医疗,运营,财务,信息,人员,药品耗材设备'",
    "linyi-tcm, INTEGRATED, '医疗,运营,财务,信息,人员,药品耗材设备'",
    "nanyang-jia-jituan, UNIFIED, '行政,人员,业务,药械,财务,绩效,信息'",
  })
  @Satisfies("GOV-11")
  void everyConsortiumHasTheDimensionsOfItsPlan(String id, UnifiedKind kind, String names) {
    var matrix = unifications.matrix(ConsortiumId.of(id)).orElseThrow();

    assertThat(matrix.dimensions())
        .filteredOn(it -> it.kind() == kind)
        .extracting(it -> it.name())
        .containsExactly(names.split(","));
    assertThat(matrix.origin().house()).isTrue();
    assertThat(matrix.rows())
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.cells()).hasSize(matrix.dimensions().size()));
  }

  @ParameterizedTest
  @CsvSource({
    "ninghe-zongyiyuan, 财务, ninghe-centre-caiwu, 单独设账, §十",
    "linyi-tcm, 财务, linyi-tcm-caiwu, 独立核算, 三(二)4、附3#6",
    "nanyang-yi-jituan, 财务, nanyang-yi-centre-jiesuan, 集中核算, 台账二(二)",
  })
  @Satisfies("GOV-11")
  void aDimensionHasItsCentreAndRule(
      String id, String name, String centre, String rule, String clause) {
    assertThat(unifications.matrix(ConsortiumId.of(id)).orElseThrow().dimensions())
        .filteredOn(it -> it.name().equals(name) && it.kind() != UnifiedKind.COORDINATED)
        .singleElement()
        .satisfies(it -> {
          assertThat(it.centre()).isEqualTo(centre);
          assertThat(it.rule()).contains(rule);
          assertThat(it.more().clause()).isEqualTo(clause);
        });
  }

  @Test
  @Satisfies("GOV-11")
  void aStatusIsRecordedWithDateNoteAndHistory() {
    var commission = TestStaff.with("commission-officer", "ninghe-weijianwei");
    var lead = TestStaff.with("institution-head", "ninghe-yiyuan");

    unifications.change(command("ninghe-biaokou", "财务", 0, UnifiedStatus.PREPARING), commission);
    unifications.change(command("ninghe-biaokou", "财务", 1, UnifiedStatus.UNIFIED), lead);

    var cell = cell("ninghe-biaokou", "财务");
    assertThat(cell.status()).isEqualTo(UnifiedStatus.UNIFIED);
    assertThat(cell.version()).isEqualTo(2);
    assertThat(cell.since()).isEqualTo(DAY);
    assertThat(cell("ninghe-biaokou", "行政").status()).isEqualTo(UnifiedStatus.PLANNED);
    assertThat(unifications.history(NINGHE, InstitutionId.of("ninghe-biaokou")))
        .extracting(UnifiedMatrix.Change::status, UnifiedMatrix.Change::note)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(UnifiedStatus.UNIFIED, "已办"),
            org.assertj.core.groups.Tuple.tuple(UnifiedStatus.PREPARING, "已办"));
    assertThat(page("/consortia/ninghe-zongyiyuan/governance/ninghe-biaokou", lead))
        .contains("已办", "已统一", "准备中", "更新进度");
  }

  /// The health commission of the area, and the head of the hospital that leads; nobody else.
  @ParameterizedTest
  @CsvSource({
    "commission-officer, ninghe-weijianwei, true",
    "institution-head, ninghe-yiyuan, true",
    "institution-head, ninghe-lutai, false",
    "institution-head, taicang-shiyiyuan, false",
    "commission-officer, ninghe-caizheng, false",
    "commission-officer, taicang-weijianwei, false",
    "physician, ninghe-yiyuan, false",
  })
  void whoLeadsOrGovernsRecords(String role, String where, boolean may) {
    var staff = TestStaff.with(role, where);
    var path = "/consortia/ninghe-zongyiyuan/governance/ninghe-qilihai";

    assertThat(unifications.mayChange(NINGHE, InstitutionId.of("ninghe-qilihai"), staff))
        .isEqualTo(may);
    assertThat(page(path, staff).contains("更新进度")).isEqualTo(may);
    if (!may) {
      assertRefused(
          "unified.not-yours",
          () ->
              unifications.change(
                  command("ninghe-qilihai", "财务", 0, UnifiedStatus.UNIFIED), staff));
    }
  }

  @Test
  void whatCannotBeIsRefused() {
    var by = TestStaff.with("commission-officer", "ninghe-weijianwei");
    assertRefused("unified.same-status", change("行政", 0, UnifiedStatus.PLANNED, DAY, "", by));
    assertRefused("unified.not-found", change("后厨", 0, UnifiedStatus.UNIFIED, DAY, "", by));
    assertRefused("unified.changed-meanwhile", change("行政", 7, UnifiedStatus.UNIFIED, DAY, "", by));
    assertRefused(
        "unified.date-ahead",
        change("行政", 0, UnifiedStatus.UNIFIED, LocalDate.of(2100, 1, 1), "", by));
    assertRefused(
        "unified.note-too-long", change("行政", 0, UnifiedStatus.UNIFIED, DAY, "长".repeat(501), by));
    assertThat(unifications.history(NINGHE, InstitutionId.of("ninghe-yuelong"))).isEmpty();
  }

  private ThrowingCallable change(
      String dimension, int version, UnifiedStatus status, LocalDate since, String note, Staff by) {
    return () ->
        unifications.change(
            new ChangeStatus(
                NINGHE,
                InstitutionId.of("ninghe-yuelong"),
                UnifiedKind.UNIFIED,
                dimension,
                version,
                status,
                since,
                note),
            by);
  }

  /// Many from the same version at once: one wins, and nothing of the others is kept.
  @Test
  @Satisfies("GOV-11")
  void ofManyAtOnceOneWins() throws Exception {
    var by = TestStaff.with("commission-officer", "ninghe-weijianwei");
    var rivals = 12;
    var violations = 0;
    var statuses = List.of(UnifiedStatus.PREPARING, UnifiedStatus.UNIFIED);
    var rounds = 5;
    for (var round = 0; round < rounds; round++) {
      var version = round;
      var status = statuses.get(round % 2);
      var won =
          AtOnce.yes(
              java.util.stream.IntStream.range(0, rivals)
                  .<java.util.concurrent.Callable<Boolean>>mapToObj(
                      _ -> () -> tried(command("ninghe-fengtai", "信息", version, status), by))
                  .toList());
      violations += won == 1 ? 0 : 1;
    }

    System.out.printf(
        "race: %d rounds of %d changes from one version, violations %d%n",
        rounds, rivals, violations);
    assertThat(violations).isZero();
    assertThat(unifications.history(NINGHE, InstitutionId.of("ninghe-fengtai")))
        .extracting(UnifiedMatrix.Change::version)
        .containsExactlyInAnyOrder(1, 2, 3, 4, 5);
  }

  private boolean tried(ChangeStatus command, Staff by) {
    try {
      unifications.change(command, by);
      return true;
    } catch (ProblemException refused) {
      assertThat(refused.problem().code()).isEqualTo("unified.changed-meanwhile");
      return false;
    }
  }

  /// The form of the page, pressed twice, has one effect.
  @Test
  @Satisfies("GOV-11")
  void theFormRecordsOnce() {
    var lead = TestStaff.with("institution-head", "ninghe-yiyuan");
    var path = "/consortia/ninghe-zongyiyuan/governance/ninghe-banqiao";
    var key = UUID.randomUUID().toString();
    for (var i = 0; i < 2; i++) {
      assertThat(
              http.post()
                  .uri(path)
                  .param("kind", "UNIFIED")
                  .param("dimension", "质量")
                  .param("version", "0")
                  .param("status", "PREPARING")
                  .param("since", "2026-11-02")
                  .param("note", "统一质控标准起草中")
                  .param("key", key)
                  .with(TestStaff.signedIn(lead)))
          .hasStatus3xxRedirection()
          .hasRedirectedUrl(path);
    }
    assertThat(page(path, lead)).containsOnlyOnce("统一质控标准起草中").contains("自 2026-11-02");
    assertThat(page("/consortia/ninghe-zongyiyuan/governance", lead)).contains("准备中");
  }

  private static ChangeStatus command(
      String institution, String dimension, int version, UnifiedStatus status) {
    return new ChangeStatus(
        NINGHE,
        InstitutionId.of(institution),
        UnifiedKind.UNIFIED,
        dimension,
        version,
        status,
        DAY,
        "已办");
  }

  private UnifiedMatrix.Cell cell(String institution, String dimension) {
    return unifications.row(NINGHE, InstitutionId.of(institution)).cells().stream()
        .filter(it -> it.dimension().kind() == UnifiedKind.UNIFIED)
        .filter(it -> it.dimension().name().equals(dimension))
        .findFirst()
        .orElseThrow();
  }

  private static void assertRefused(String code, ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(ProblemException.class).hasMessageContaining(code);
  }

  private String page(String path, Staff staff) {
    var answer =
        http.get()
            .uri(path)
            .header("Accept-Language", "zh-CN")
            .with(TestStaff.signedIn(staff))
            .exchange();
    assertThat(answer).as(path).hasStatusOk();
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
