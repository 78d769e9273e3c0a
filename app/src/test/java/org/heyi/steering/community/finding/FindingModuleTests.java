package org.heyi.steering.community.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.heyi.AtOnce;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.Satisfies;
import org.heyi.TestBrowser;
import org.heyi.TestStaff;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.Staff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// The structure rules of the plans beside today's members and grids.
@HeyiTest
class FindingModuleTests {

  private static final AreaId LINYI = AreaId.of("linyi");
  private static final AreaId YI = AreaId.of("nanyang-yi");
  private static final String LEAD = "nanyang-yi-jituan.nanyang-yi-renmin";

  @Autowired Findings findings;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;
  @Autowired MockMvcTester http;

  /// What a test changed of the county's lead, and its exemptions, are as before.
  @AfterEach
  void restore() {
    lead("secondary_a", "public");
    jdbc.sql("delete from community.exemption where area in ('linyi', 'nanyang-yi')").update();
  }

  private void lead(String level, String ownership) {
    jdbc.sql(
            """
            update directory.institution set level = :level, ownership = :ownership
             where id = 'nanyang-yi-renmin'
            """)
        .param("level", level)
        .param("ownership", ownership)
        .update();
  }

  /// 003 三(一)2, 附3#1: the TCM group meets neither rule to the letter; of the people's hospital the
  /// plan states no level.
  @ParameterizedTest
  @CsvSource({
    "secondary-general-per-group, linyi-people, HOLDS, ≥1, 2, 三(一)2",
    "secondary-general-per-group, linyi-tcm, DOES_NOT_HOLD, ≥1, 0, 三(一)2",
    "tertiary-general-per-grid, linyi-people-grid, NOT_RECORDED, ≥1, 0, 附3#1",
    "tertiary-general-per-grid, linyi-tcm-grid, DOES_NOT_HOLD, ≥1, 0, 附3#1",
    "groups-per-grid, linyi-people-grid, HOLDS, 1, 1, 附3#1",
    "groups-per-grid, linyi-tcm-grid, HOLDS, 1, 1, 附3#1",
  })
  @Satisfies("GOV-07")
  void theGroupsOfTheCityComeOutAsTheyAre(
      String rule, String target, Outcome outcome, String expected, String found, String clause) {
    var finding = findings.find(LINYI, rule, target);

    assertThat(finding.outcome()).isEqualTo(outcome);
    assertThat(finding.isWarning()).isEqualTo(outcome == Outcome.DOES_NOT_HOLD);
    assertThat(finding.expected()).isEqualTo(expected);
    assertThat(finding.found()).isEqualTo(found);
    assertThat(finding.clause().text()).isEqualTo(clause);
    assertThat(finding.clause().inPrinciple()).isFalse();
  }

  @Test
  @Satisfies("GOV-07")
  void warningsComeFirst() {
    assertThat(findings.of(LINYI))
        .extracting(Finding::outcome)
        .containsExactly(
            Outcome.DOES_NOT_HOLD,
            Outcome.DOES_NOT_HOLD,
            Outcome.NOT_RECORDED,
            Outcome.HOLDS,
            Outcome.HOLDS,
            Outcome.HOLDS);
  }

  /// 004 台账二(二): one to three groups per county; the lead in principle public and 二级甲等.
  @ParameterizedTest
  @CsvSource({
    "groups-per-county-min, nanyang-yi, ≥1, 1, false",
    "groups-per-county-max, nanyang-yi, ≤3, 1, false",
    "lead-level, nanyang-yi-jituan.nanyang-yi-renmin, ≥secondary_a, secondary_a, true",
    "lead-ownership, nanyang-yi-jituan.nanyang-yi-renmin, public, public, true",
  })
  @Satisfies("GOV-08")
  void theCountyHolds(
      String rule, String target, String expected, String found, boolean inPrinciple) {
    var finding = findings.find(YI, rule, target);

    assertThat(finding.outcome()).isEqualTo(Outcome.HOLDS);
    assertThat(finding.expected()).isEqualTo(expected);
    assertThat(finding.found()).isEqualTo(found);
    assertThat(finding.clause().inPrinciple()).isEqualTo(inPrinciple);
    assertThat(finding.clause().text()).isEqualTo("台账二(二)");
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', NOT_RECORDED, NOT_RECORDED",
    "secondary, government, NOT_RECORDED, HOLDS",
    "primary, private, DOES_NOT_HOLD, DOES_NOT_HOLD",
    "tertiary, social, HOLDS, DOES_NOT_HOLD",
  })
  @Satisfies("GOV-08")
  void aLeadWithoutLevelOrOwnershipIsNotRecorded(
      String level, String ownership, Outcome byLevel, Outcome byOwnership) {
    lead(level, ownership);

    assertThat(findings.find(YI, "lead-level", LEAD).outcome()).isEqualTo(byLevel);
    assertThat(findings.find(YI, "lead-ownership", LEAD).outcome()).isEqualTo(byOwnership);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ninghe", "wafangdian", "taicang"})
  void aPlanThatIsSilentIsNotChecked(String area) {
    assertThat(findings.of(AreaId.of(area))).isEmpty();
  }

  private static Staff officer() {
    return TestStaff.with("commission-officer", "nanyang-yi-weijianwei");
  }

  private Finding ownership() {
    return findings.find(YI, "lead-ownership", LEAD);
  }

  private ExemptFinding letBe(Finding it, String reason, @Nullable LocalDate last) {
    return new ExemptFinding(
        it.target().area(),
        it.rule().code(),
        it.target().id(),
        it.expected(),
        it.found(),
        reason,
        last);
  }

  @Test
  @Satisfies({"GOV-07", "GOV-08"})
  void anExemptionCoversTheFindingAsItWas() {
    lead("secondary_a", "private");
    assertThat(ownership().isWarning()).isTrue();
    var id = findings.exempt(letBe(ownership(), "改制过渡期", null), officer());
    assertThat(ownership().isWarning()).isFalse();

    lead("secondary_a", "social");
    assertThat(ownership().isWarning()).as("other facts").isTrue();

    lead("secondary_a", "private");
    assertThat(ownership().exemption()).isNotNull();
    findings.withdraw(id, officer());
    assertThat(ownership().isWarning()).as("withdrawn").isTrue();
    assertThat(findings.history(ownership()))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.reason()).isEqualTo("改制过渡期");
          assertThat(it.by()).isEqualTo(officer().name());
          assertThat(it.withdrawnBy()).isEqualTo(officer().name());
        });
    assertThat(audited(id))
        .containsExactly("community.exemption-recorded", "community.exemption-withdrawn");
    refused("finding.already-withdrawn", () -> findings.withdraw(id, officer()));
  }

  private List<String> audited(ExemptionId id) {
    return jdbc.sql("select action from audit.entry where subject_id = :id order by at, action")
        .param("id", id.toString())
        .query((row, _) -> row.getString(1))
        .list();
  }

  @Test
  @Satisfies("GOV-08")
  void anExemptionWithALastDayEndsAndMayBeGrantedAgain() {
    lead("secondary_a", "private");
    var today = LocalDate.ofInstant(clock.instant(), Moments.CHINA);
    findings.exempt(letBe(ownership(), "今天有效", today), officer());
    assertThat(ownership().isWarning()).isFalse();

    clock.advance(Duration.ofDays(1));
    assertThat(ownership().isWarning()).isTrue();
    findings.exempt(letBe(ownership(), "再次认定", null), officer());

    assertThat(ownership().isWarning()).isFalse();
    assertThat(findings.history(ownership())).hasSize(2);
  }

  @Test
  @Satisfies("GOV-08")
  void whatMayNotBeLetBeIsRefused() {
    refused("finding.no-warning", () -> findings.exempt(letBe(ownership(), "无", null), officer()));
    lead("secondary_a", "private");
    var warning = ownership();
    var yesterday = LocalDate.ofInstant(clock.instant(), Moments.CHINA).minusDays(1);

    refused("finding.no-reason", () -> findings.exempt(letBe(warning, "  ", null), officer()));
    refused(
        "finding.last-day-passed",
        () -> findings.exempt(letBe(warning, "过期", yesterday), officer()));
    refused(
        "finding.not-your-duty",
        () ->
            findings.exempt(
                letBe(warning, "外区", null),
                TestStaff.with("commission-officer", "linyi-weijianwei")));
    refused(
        "finding.not-your-duty",
        () ->
            findings.exempt(
                letBe(warning, "院长", null),
                TestStaff.with("institution-head", "nanyang-yi-renmin")));
    lead("secondary_a", "social");
    refused("finding.facts-changed", () -> findings.exempt(letBe(warning, "旧", null), officer()));
    refused("finding.not-found", () -> findings.find(YI, "lead-height", LEAD));
    assertThat(findings.history(ownership())).isEmpty();
  }

  private static void refused(
      String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable it) {
    assertThatThrownBy(it)
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> assertThat(refusal.problem().code()).isEqualTo(code));
  }

  @Test
  @Satisfies({"GOV-07", "GOV-08"})
  void ofManyAtOnceOneGrantsTheExemption() throws Exception {
    lead("secondary_a", "private");
    var command = letBe(ownership(), "同时认定", null);
    var officer = officer();
    var answers =
        AtOnce.times(
            12,
            _ ->
                () -> {
                  try {
                    findings.exempt(command, officer);
                    return "granted";
                  } catch (ProblemException refused) {
                    return refused.problem().code();
                  }
                });
    var granted = answers.stream().filter("granted"::equals).count();
    var rows =
        jdbc.sql("select count(*) from community.exemption where area = 'nanyang-yi'")
            .query(Long.class)
            .single();

    System.out.printf(
        "exempting one finding: attempts %d, granted %d, violations %d%n",
        answers.size(), granted, rows - 1);
    assertThat(rows).isEqualTo(1);
    assertThat(answers).containsOnly("granted", "finding.already-exempt");
    assertThat(granted).isEqualTo(1);
  }

  @Test
  @Satisfies("GOV-07")
  void pagesWarnAndLetTheCommissionDecide() {
    var path = "/area/linyi/structure-checks/secondary-general-per-group/linyi-tcm";
    var manager = TestStaff.with("commission-officer", "linyi-weijianwei");
    assertThat(page("/area/linyi/tree", manager)).contains("结构检查", "不符", "未记录", path);
    assertThat(page("/consortia/linyi-tcm", manager))
        .contains(path)
        .doesNotContain("linyi-people-grid");
    assertThat(page("/area/ninghe/tree", manager)).contains("方案没有规定结构要求");
    assertThat(page("/", manager)).contains("结构不符的提示");
    assertThat(page(path, TestStaff.with("village-doctor", "ninghe-yuelong-v01")))
        .contains("集团至少1至2个二级综合性医院")
        .doesNotContain("name=\"reason\"");

    assertThat(post(path, manager, "")).contains("请写明理由", "name=\"reason\"");
    post(path, manager, "中医集团以中医医院为主");

    assertThat(page(path, manager)).contains("中医集团以中医医院为主", "撤回", "有效");
    assertThat(page("/consortia/linyi-tcm", manager)).contains("不符，已认定例外");
  }

  @Test
  @Satisfies("GOV-08")
  void otherSystemsReadTheChecks() {
    assertThat(
            page(
                "/api/community/areas/nanyang-yi/structure-checks",
                TestStaff.with("village-doctor", "ninghe-yuelong-v01")))
        .contains("\"rule\":\"lead-level\"", "\"inPrinciple\":true", "\"outcome\":\"holds\"");
  }

  private String page(String path, Staff as) {
    var answer =
        http.get()
            .uri(path)
            .header("Accept-Language", "zh-CN")
            .with(TestStaff.signedIn(as))
            .exchange();
    assertThat(answer).as(path).hasStatusOk();
    return TestBrowser.text(answer);
  }

  private String post(String path, Staff as, String reason) {
    var answer =
        http.post()
            .uri(path)
            .header("Accept-Language", "zh-CN")
            .param("key", java.util.UUID.randomUUID().toString())
            .param("expected", "≥1")
            .param("found", "0")
            .param("reason", reason)
            .with(TestStaff.signedIn(as))
            .exchange();
    return TestBrowser.text(answer);
  }
}
