package org.heyi.platform.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.heyi.HeyiTest;
import org.heyi.Satisfies;
import org.heyi.TestBrowser;
import org.heyi.TestStaff;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.ConsortiumId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.steering.community.Communities;
import org.heyi.steering.community.finding.Findings;
import org.heyi.steering.community.participation.Participations;
import org.heyi.steering.community.tie.TieKind;
import org.heyi.steering.community.tie.TieView;
import org.heyi.steering.community.tie.Ties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Cooperation as the plans and packs say it.
@HeyiTest
class CooperationPackTests {

  private static final String TIE =
      "  - {id: tied-old, kind: earlier_technical, party: tied-liguan, counterpart: tied-wenlan,"
          + " matters: [technical_cooperation], since: 2015-03-01, source: house}\n";

  @Autowired Packs packs;
  @Autowired Ties ties;
  @Autowired Communities communities;
  @Autowired Participations participations;
  @Autowired Findings findings;
  @Autowired MockMvcTester http;

  /// 000 §六, §十三, §十七: four city hospitals, the regional centre, the university, the specialty
  /// alliances and key specialties.
  @Test
  @Satisfies("GOV-30")
  void theRegistryShowsTheUpperLevelPartnersOfNinghe() {
    var upper = ties.of(ConsortiumId.of("ninghe-zongyiyuan"));

    assertThat(upper)
        .allMatch(it -> it.kind() == TieKind.UPPER_LEVEL && !it.plan().isEmpty())
        .extracting(TieView::counterpartName)
        .containsExactly(
            "天津市第三中心医院",
            "天津市中西医结合医院",
            "天津中医药大学第二附属医院",
            "天津市肿瘤医院",
            "天津市区域医学中心",
            "天津中医药大学",
            "天津市24个中医专科联盟",
            "天津市30个中医优势重点专科");
    assertThat(page("/area/ninghe/cooperation"))
        .contains("上级合作（8）", "天津市肿瘤医院", "合作共建", "专科联盟", "§六");
    assertThat(page("/consortia/ninghe-zongyiyuan")).contains("合作关系", "天津市24个中医专科联盟");
    assertThat(page("/institutions/ninghe-tj-zhongliu")).contains("合作关系", "合作共建", "上级合作");
    assertThat(page("/api/community/areas/ninghe/cooperation"))
        .contains("\"kind\":\"upper_level\"", "ninghe-tj-zhongliu");
  }

  @ParameterizedTest
  @CsvSource({
    "ninghe, UPPER_LEVEL, 8",
    "wafangdian, ALLIANCE_TIE, 10",
    "wafangdian, TELEMEDICINE_LINK, 1",
    "taicang, BUSINESS_AGREEMENT, 4",
    "linyi, BUSINESS_AGREEMENT, 2",
    "nanyang-yi, UPPER_LEVEL, 2",
    "nanyang-yi, BUSINESS_AGREEMENT, 1",
  })
  @Satisfies({"AGR-12", "AGR-13", "GOV-30"})
  void eachPlanHasItsCooperation(String area, TieKind kind, long count) {
    assertThat(ties.counts(AreaId.of(area))).containsEntry(kind, count);
    assertThat(ties.of(AreaId.of(area))).allSatisfy(it -> assertThat(it.clause()).isNotEmpty());
  }

  /// 001 四(二): five ties with each member; 四(三): care, teaching and training.
  @Test
  @Satisfies("AGR-12")
  void anAllianceIsTiedInFiveWaysAndTheNetworkInThree() {
    assertThat(ties.of(InstitutionId.of("wafangdian-youhao")))
        .singleElement()
        .satisfies(it ->
            assertThat(it.matters())
                .containsExactly(
                    "talent_sharing",
                    "technical_support",
                    "examination_recognition",
                    "prescription_circulation",
                    "service_linkage"));
    assertThat(ties.of(ConsortiumId.of("wafangdian-telenet")))
        .singleElement()
        .satisfies(it ->
            assertThat(it.matters())
                .containsExactly("remote_care", "remote_teaching", "remote_training"));
  }

  /// 003 三(一)2: whoever works with a group may do so across grids.
  @Test
  @Satisfies("AGR-13")
  void businessAgreementsMayCrossGrids() {
    assertThat(ties.of(ConsortiumId.of("linyi-tcm")))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.crossGrid()).isTrue();
          assertThat(it.matters()).contains("rehabilitation_nursing", "public_health");
        });
    assertThat(page("/consortia/linyi-tcm")).contains("跨网格", "康复护理");
  }

  /// 001 二(三): it is there to be seen, and changes no count of the community.
  @Test
  @Satisfies("AGR-10")
  void earlierTechnicalCooperationChangesNoCount() {
    var area = AreaId.of("tied");
    var text = text("wafangdian", "tied");
    load(text);
    var before = counts(area);

    load(
        text.replace("version: 1", "version: 2").replaceFirst("(\ncooperation: .*\n)", "$1" + TIE));

    assertThat(ties.of(area)).filteredOn(it -> !it.counts()).hasSize(1);
    assertThat(counts(area)).isEqualTo(before);
    assertThat(page("/area/tied/cooperation")).contains("以往医疗技术合作", "不计入统计");
    assertThat(page("/institutions/tied-liguan")).contains("文兰社区卫生服务中心", "以往技术合作");
    assertThat(page("/consortia/tied-tight")).doesNotContain("以往技术合作");
  }

  /// Everything that counts something in an area.
  private List<Object> counts(AreaId area) {
    var counts = new ArrayList<Object>();
    counts.add(ties.counts(area));
    counts.add(communities.checks(area));
    counts.add(participations.of(area));
    counts.add(findings.of(area));
    communities
        .consortia(area)
        .forEach(it -> {
          counts.add(communities.checks(it));
          counts.add(communities.members(it.id()));
          counts.add(ties.of(it.id()));
        });
    return counts;
  }

  @Test
  @Satisfies("GOV-30")
  void whatIsNoLongerSaidEnds() {
    var area = AreaId.of("untied");
    var text = text("taicang", "untied");
    load("untied", text);
    assertThat(ties.of(area)).hasSize(4);

    load(
        "untied",
        text.replace("version: 1", "version: 2")
            .replaceFirst("  - \\{id: untied-xz-ruijin.*\n", ""));

    assertThat(ties.of(area)).hasSize(3);
  }

  /// Each line says why it is refused.
  @ParameterizedTest
  @CsvSource({
    "'counterpart: tied-wenlan,', '', tie.no-counterpart",
    "'party: tied-liguan, ', '', tie.no-party",
    "'party: tied-liguan', 'party: tied-liguan, consortium: tied-tight', tie.earlier-in-a-consortium",
    "'[technical_cooperation]', '[remote_care]', tie.matter-does-not-fit",
    "'counterpart: tied-wenlan', 'counterpart: tied-liguan', tie.with-itself",
  })
  @Satisfies({"AGR-10", "AGR-12"})
  void aWrongTieIsRefused(String right, String wrong, String code) {
    var text =
        text("wafangdian", "tied")
            .replace("version: 1", "version: 9")
            .replaceFirst("(\ncooperation: .*\n)", "$1" + TIE.replace(right, wrong));

    assertThat(packs.load(List.of(new PackFile("tied.yaml", text))).faults())
        .extracting(it -> it.problem().code())
        .containsExactly(code);
  }

  private static String text(String plan, String area) {
    return PackFixture.text(plan).replace(plan, area).replaceFirst("version: \\d+", "version: 1");
  }

  private void load(String text) {
    load("tied", text);
  }

  private void load(String area, String text) {
    assertThat(packs.load(List.of(new PackFile(area + ".yaml", text))).faults()).isEmpty();
  }

  private String page(String path) {
    var answer =
        http.get()
            .uri(path)
            .header("Accept-Language", "zh-CN")
            .with(TestStaff.signedIn(TestStaff.with("village-doctor", "ninghe-yuelong-v01")))
            .exchange();
    assertThat(answer).as(path).hasStatusOk();
    return TestBrowser.text(answer);
  }
}
