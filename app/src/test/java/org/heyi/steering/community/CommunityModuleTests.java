package org.heyi.steering.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.heyi.HeyiTest;
import org.heyi.Satisfies;
import org.heyi.TestStaff;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.ConsortiumId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.steering.directory.InstitutionView;
import org.heyi.steering.directory.Institutions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// The consortia of the five plans. What is expected is read from the plans into this test.
@HeyiTest
class CommunityModuleTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @Autowired Communities communities;
  @Autowired Institutions institutions;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvcTester http;

  /// GOV-01: every consortium of the plans with exactly one form. 瓦房店 四: three modes, four
  /// consortia; 临沂 附1: two groups; 太仓 二(一): one with two grids; 宁河 §五: one.
  @ParameterizedTest
  @CsvSource({
    "ninghe, ninghe-zongyiyuan, TIGHT_COUNTY",
    "wafangdian, wafangdian-tight, TIGHT_COUNTY",
    "wafangdian, wafangdian-loose, LOOSE_COUNTY",
    "wafangdian, wafangdian-alliance, MEDICAL_ALLIANCE",
    "wafangdian, wafangdian-telenet, TELEMEDICINE_NETWORK",
    "taicang, taicang-yigongti, COUNTY_WITH_GRIDS",
    "linyi, linyi-people, TIGHT_URBAN",
    "linyi, linyi-tcm, TIGHT_URBAN",
    "nanyang-yi, nanyang-yi-jituan, TIGHT_COUNTY",
  })
  @Satisfies("GOV-01")
  void everyConsortiumHasItsForm(String area, String id, ConsortiumForm form) {
    var consortium = communities.consortium(ConsortiumId.of(id));

    assertThat(consortium.form()).isEqualTo(form);
    assertThat(consortium.area()).isEqualTo(AreaId.of(area));
    assertThatThrownBy(() ->
            jdbc.sql("update community.consortium set form = 'friendly' where id = :id")
                .param("id", id)
                .update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @ParameterizedTest
  @CsvSource({"ninghe, 1", "wafangdian, 4", "taicang, 2", "linyi, 2", "nanyang-jia, 1"})
  void everyConsortiumIsThere(String area, int count) {
    assertThat(communities.consortia(AreaId.of(area))).hasSize(count);
  }

  /// TSK-18, the numbers of the plans: 宁河 §五; 瓦房店 四(一)1, 四(一)2, 四(二)1; 太仓 二(一); 临沂 附1.
  @ParameterizedTest
  @CsvSource({
    "ninghe-zongyiyuan, lead, 1",
    "ninghe-zongyiyuan, member/town_hospital/township_health_centre, 10",
    "ninghe-zongyiyuan, member/tcm_hospital/mch_institution/cdc, 3",
    "ninghe-zongyiyuan, upper_support/external_support_hospital, 4",
    "wafangdian-tight, member/township_health_centre, 10",
    "wafangdian-loose, member/township_health_centre, 13",
    "wafangdian-alliance, member/community_health_centre, 7",
    "wafangdian-alliance, member/nursing_home, 3",
    "taicang-yigongti, joint_lead, 2",
    "taicang-yigongti, cooperating, 1",
    "taicang-yigongti, member/cdc/mental_health_hospital/mch_institution, 3",
    "linyi-people, lead, 1",
    "linyi-people, member/township_health_centre/community_health_centre, 9",
    "linyi-tcm, member/township_health_centre/community_health_centre, 12",
  })
  @Satisfies("TSK-18")
  void membersAreAsManyAsThePlanSays(String consortium, String selector, int count) {
    var words = List.of(selector.split("/"));
    var members = communities.members(ConsortiumId.of(consortium));

    assertThat(members)
        .filteredOn(it -> it.role().code().equals(words.getFirst()))
        .filteredOn(it -> words.size() == 1 || words.contains(it.kind()))
        .hasSize(count);
  }

  /// 附1: four secondary hospitals in the people's hospital group, two in the TCM group.
  @ParameterizedTest
  @CsvSource({"linyi-people, 4", "linyi-tcm, 2"})
  @Satisfies("TSK-18")
  void secondaryHospitalsAreAsManyAsThePlanSays(String consortium, int count) {
    assertThat(communities.members(ConsortiumId.of(consortium)))
        .filteredOn(
            it -> institutions.find(it.institution()).orElseThrow().level().equals("secondary"))
        .hasSize(count);
  }

  /// 124 clinics of Ninghe (§五), 112 and 117 of Wafangdian (四(一)1, 四(一)2).
  @ParameterizedTest
  @CsvSource({"ninghe-zongyiyuan, 124", "wafangdian-tight, 112", "wafangdian-loose, 117"})
  @Satisfies({"TSK-18", "GOV-09"})
  void clinicsAreAsManyAsThePlanSays(String consortium, int count) {
    var inside =
        jdbc.sql(
                """
                select m.institution from community.card_member m
                  join directory.card_institution i on i.id = m.institution
                 where m.consortium = :consortium and i.kind = 'village_clinic'
                """)
            .param("consortium", consortium)
            .query(String.class)
            .list();

    assertThat(inside).hasSize(count).doesNotHaveDuplicates();
    assertThat(inside)
        .allSatisfy(it -> {
          var clinic = institutions.find(InstitutionId.of(it)).orElseThrow();
          assertThat(clinic.generated()).isTrue();
          assertThat(clinic.managedBy()).isNotNull();
        });
  }

  /// Every part of every plan's formula comes out, today as when the pack was read.
  @ParameterizedTest
  @ValueSource(
      strings = {"ninghe", "wafangdian", "taicang", "linyi", "nanyang-jia", "nanyang-bing"})
  @Satisfies("TSK-18")
  void everyFormulaComesOut(String area) {
    assertThat(communities.checks(AreaId.of(area))).isNotEmpty().allMatch(FormulaCheck::holds);
    assertThat(communities.consortia(AreaId.of(area)))
        .allSatisfy(
            it -> assertThat(communities.checks(it)).as(it.name()).allMatch(FormulaCheck::holds));
  }

  /// A member that leaves shows on the page as a count that differs.
  @Test
  @Satisfies("TSK-18")
  void aMemberThatLeftIsMissedByTheFormula() {
    var id = ConsortiumId.of("nanyang-yi-jituan");
    leave("nanyang-yi-xiang4", LocalDate.of(2026, 10, 1));
    try {
      assertThat(communities.checks(communities.consortium(id)))
          .filteredOn(it -> !it.holds())
          .extracting(FormulaCheck::label, FormulaCheck::wanted, FormulaCheck::counted)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("乡镇卫生院", "4", 3),
              org.assertj.core.groups.Tuple.tuple("村卫生室", "12", 9));
      assertThat(page("/consortia/" + id)).contains("不符");
      assertThat(page("/institutions/nanyang-yi-xiang4")).contains("至 2026-10-01");
    } finally {
      leave("nanyang-yi-xiang4", null);
    }
    assertThat(page("/consortia/" + id)).doesNotContain("不符");
  }

  private void leave(String institution, @org.jspecify.annotations.Nullable LocalDate on) {
    jdbc.sql("update community.member set until = :on where institution = :institution")
        .param("on", on, java.sql.Types.DATE)
        .param("institution", institution)
        .update();
  }

  /// GOV-06, 太仓 二(一): the east grid under 市一院 with six, the west under 市中医医院 with three.
  @ParameterizedTest
  @CsvSource({
    "taicang-east, 市一院, '浏河人民医院,港区区域医共体,璜泾人民医院,科教新城社区卫生服务中心," + "高新区（娄东街道）社区卫生服务中心,陆渡街道社区卫生服务中心'",
    "taicang-west, 市中医医院, '沙溪人民医院,双凤人民医院,城厢镇社区卫生服务中心'",
  })
  @Satisfies("GOV-06")
  void eachGridHasItsLeadAndMembers(String id, String lead, String members) {
    var grid = communities.grid(id).orElseThrow();

    assertThat(institutions.find(grid.lead()).map(InstitutionView::name)).contains(lead);
    assertThat(communities.members(grid.consortium()))
        .filteredOn(it -> it.grid().equals(id) && !it.institution().equals(grid.lead()))
        .extracting(MemberView::name)
        .containsExactlyInAnyOrder(members.split(","));
  }

  @Test
  @Satisfies("GOV-06")
  void nobodyIsInTwoGrids() {
    assertRefused(
        """
        insert into community.grid_member (grid, institution, since)
        values ('taicang-west', 'taicang-liuhe', '2026-01-01')
        """,
        "grid_member_one_grid_at_a_time");
  }

  /// GOV-04: one role per institution and consortium at a time; several joint leads.
  @Test
  @Satisfies("GOV-04")
  void oneRoleAtATime() {
    assertRefused(
        """
        insert into community.member (consortium, institution, role, since, clause, house)
        values ('taicang-yigongti', 'taicang-ruijin', 'lead', '2026-01-01', '', true)
        """,
        "member_one_role_at_a_time");
    assertThat(communities.members(ConsortiumId.of("taicang-yigongti")))
        .filteredOn(it -> it.role() == MemberRole.JOINT_LEAD)
        .extracting(MemberView::name)
        .containsExactly("市一院", "市中医医院");
  }

  /// One after the other a clinic may have two managers, at one time it may not (GOV-09).
  @Test
  @Satisfies("GOV-09")
  void oneManagerAtATime() {
    assertRefused(
        """
        insert into directory.management (institution, manager, since, clause, house)
        values ('ninghe-lutai-v01', 'ninghe-qiaobei', '2026-01-01', '', true)
        """,
        "management_one_at_a_time");
  }

  private void assertRefused(String sql, String constraint) {
    assertThatThrownBy(() -> jdbc.sql(sql).update())
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining(constraint);
  }

  /// GOV-05, 太仓 二(一): 港区区域医共体 is a member of the east grid and itself a consortium.
  @Test
  @Satisfies("GOV-05")
  void aMemberMayItselfBeAConsortium() {
    var nested = communities.consortium(ConsortiumId.of("taicang-gangqu-yigongti"));

    assertThat(nested.parent()).isEqualTo(ConsortiumId.of("taicang-yigongti"));
    assertThat(nested.standsAs()).isEqualTo(InstitutionId.of("taicang-gangqu"));
    assertThat(communities.of(InstitutionId.of("taicang-gangqu"), TODAY))
        .extracting(Membership::role, Membership::grid)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("member", "taicang-east"));
    assertThat(page("/consortia/taicang-gangqu-yigongti")).contains("/consortia/taicang-yigongti");
  }

  @Test
  void aClinicIsWhereItsCentreIs() {
    assertThat(communities.of(InstitutionId.of("taicang-shaxi-s01"), TODAY))
        .containsExactly(
            new Membership(
                ConsortiumId.of("taicang-yigongti"),
                InstitutionId.of("taicang-shaxi-s01"),
                "member",
                "taicang-west"));
    assertThat(communities.of(InstitutionId.of("taicang-shaxi-s01"), LocalDate.of(2020, 1, 1)))
        .isEmpty();
  }

  /// The lead of the own grid stands first; each hospital once, however many consortia.
  @ParameterizedTest
  @CsvSource({
    "ninghe-yuelong-v03, ninghe-yiyuan",
    "taicang-shaxi-s02, 'taicang-zhongyi,taicang-shiyiyuan,taicang-ruijin'",
    "taicang-liuhe, 'taicang-shiyiyuan,taicang-zhongyi,taicang-ruijin'",
    "wafangdian-liguan-v01, wafangdian-zhongxin",
    "linyi-bahu, linyi-zhongyi",
    "ninghe-yiyuan, ",
    "ninghe-weijianwei, ",
  })
  void refersUpToTheLeads(String from, String hospitals) {
    assertThat(communities.upward(InstitutionId.of(from), TODAY))
        .extracting(it -> it.institution().value())
        .containsExactly(hospitals == null ? new String[0] : hospitals.split(","));
  }

  /// Access is told: a centre reaches its clinics, a consortium's staff its institutions, and
  /// nobody another area.
  @ParameterizedTest
  @CsvSource({
    "ninghe-yuelong, SUBTREE, ninghe-yuelong-v13, true",
    "ninghe-yuelong, SUBTREE, ninghe-lutai-v01, false",
    "ninghe-yuelong-v13, SUBTREE, ninghe-yuelong, false",
    "ninghe-yiyuan, CONSORTIUM, ninghe-yuelong-v13, true",
    "ninghe-tj-zhongliu, CONSORTIUM, ninghe-yuelong, false",
    "taicang-shiyiyuan, GRID, taicang-liuhe-s01, true",
    "taicang-shiyiyuan, GRID, taicang-shaxi, false",
    "ninghe-weijianwei, AREA, ninghe-yuelong-v13, true",
    "ninghe-weijianwei, AREA, taicang-liuhe, false",
    "nanyang-jia-renmin, CONSORTIUM, nanyang-yi-xiang1, false",
  })
  void accessKnowsWhoLiesWithinWhat(String viewer, String scope, String where, boolean within) {
    var found =
        jdbc.sql(
                """
                select exists (select from access.card_within
                                where viewer = :viewer and scope = :scope and institution = :where)
                """)
            .param("viewer", viewer)
            .param("scope", scope)
            .param("where", where)
            .query(Boolean.class)
            .single();

    assertThat(found).isEqualTo(within);
  }

  @Test
  void pagesShowTheTreeAndEachConsortium() {
    assertThat(page("/area/taicang/tree"))
        .contains("太仓市医疗卫生共同体", "东部网格", "西部网格", "双牵头、一合作、两网格", "相符")
        .doesNotContain("不符");
    assertThat(page("/area/wafangdian/tree"))
        .contains("紧密型医共体", "松散型医共体", "医疗联盟", "远程医疗协作网", "市卫计局");
    assertThat(page("/consortia/ninghe-zongyiyuan"))
        .contains("天津市宁河区总医院", "1+N+10", "≥3", "124", "§五", "上级支援单位");
    assertThat(page("/consortia/wafangdian-loose")).contains("2020 年前转为紧密型医共体");
    assertThat(page("/institutions/ninghe-yuelong-v13"))
        .contains("宁河区紧密型医共体", "随管理机构加入", "岳龙卫生院", "示例名称");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/consortia/no-such-one", "/consortia/Bad!", "/area/atlantis/tree"})
  void whatIsNotThereIsNotFound(String path) {
    assertThat(
            http.get()
                .uri(path)
                .with(TestStaff.signedIn(TestStaff.with("village-doctor", "ninghe-yuelong-v01"))))
        .hasStatus(404);
  }

  @Test
  void synthethicCountiesSaySo() {
    var names =
        institutions.all(AreaId.of("nanyang-bing")).stream()
            .filter(it -> !it.kind().equals("government_department"))
            .map(InstitutionView::name)
            .toList();

    assertThat(names).hasSize(17).allMatch(it -> it.contains("（合成）"));
    assertThat(page("/area/nanyang-bing/tree")).contains("合成示例");
    assertThat(Set.copyOf(names)).hasSize(17);
  }

  private String page(String path) {
    var answer =
        http.get()
            .uri(path)
            .header("Accept-Language", "zh-CN")
            .with(TestStaff.signedIn(TestStaff.with("village-doctor", "ninghe-yuelong-v01")))
            .exchange();
    assertThat(answer).as(path).hasStatusOk();
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
