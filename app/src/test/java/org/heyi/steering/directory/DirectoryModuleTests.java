package org.heyi.steering.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.heyi.HeyiTest;
import org.heyi.Satisfies;
import org.heyi.TestStaff;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.PageQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// The institutions of the five plans. What is expected is read from the plans into this test.
@HeyiTest
class DirectoryModuleTests {

  @Autowired Institutions institutions;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvcTester http;

  /// GOV-02: names as printed, kind, level, plaque and clause.
  @ParameterizedTest
  @CsvSource({
    "ninghe-yiyuan, 宁河区医院, district_hospital, '', §五",
    "ninghe-fuji, 区妇女儿童保健和计划生育服务中心, mch_institution, '', §五",
    "ninghe-tj-disan-zhongxin, 天津市第三中心医院, external_support_hospital, tertiary_a, §六",
    "wafangdian-jiulong, 九龙街道卫生院, township_health_centre, '', 四(一)1",
    "wafangdian-xinghuayuan, 兴华园护理院, nursing_home, '', 四(二)1",
    "taicang-sanyuan, 市三院（精卫中心）, mental_health_hospital, '', 二(一)",
    "linyi-jiaotong, 临沂市交通医院, enterprise_hospital, secondary, 附1",
    "linyi-xianggong, 相公街道中心卫生院, township_health_centre, '', 附1",
  })
  @Satisfies({"GOV-02", "GOV-03"})
  void institutionsAreAsThePlanPrintsThem(
      String id, String name, String kind, String level, String clause) {
    var facts = institutions.facts(InstitutionId.of(id));

    assertThat(facts.view().name()).isEqualTo(name);
    assertThat(facts.view().kind()).isEqualTo(kind);
    assertThat(facts.view().level()).isEqualTo(level);
    assertThat(facts.clause()).isEqualTo(clause);
    assertThat(facts.view().generated()).isFalse();
    assertThat(page("/institutions/" + id)).contains(name, clause);
  }

  /// GOV-02: the plaque of 太仓 二(三)1 hangs at the members of the west grid.
  @Test
  @Satisfies("GOV-02")
  void thePlaqueIsKept() {
    assertThat(institutions.facts(InstitutionId.of("taicang-shaxi")).plaque())
        .isEqualTo("太仓市医疗卫生共同体市中医医院成员单位");
  }

  /// GOV-03: the closed list, in code, in the table and in words of both languages.
  @ParameterizedTest
  @EnumSource
  @Satisfies("GOV-03")
  void everyKindCanBeKept(InstitutionKind kind) {
    var id = "ninghe-kind-" + kind.code().replace('_', '-');
    jdbc.sql(
            """
            insert into directory.institution (id, area, position, kind, since, until, clause, house)
            values (:id, 'ninghe', 0, :kind, '2020-01-01', '2020-01-02', '', true)
            on conflict do nothing
            """)
        .param("id", id)
        .param("kind", kind.code())
        .update();

    assertThat(institutions.find(InstitutionId.of(id)).map(InstitutionView::kind))
        .contains(kind.code());
    assertThat(InstitutionKind.find(kind.code())).contains(kind);
    assertThatThrownBy(() ->
            jdbc.sql("update directory.institution set kind = 'bakery' where id = :id")
                .param("id", id)
                .update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void oneOfficialNameAtATime() {
    var id = "ninghe-biaokou";
    assertThatThrownBy(() ->
            jdbc.sql(
                    """
                    insert into directory.institution_name
                           (institution, use, name, since, clause, house)
                    values (:id, 'official', '俵口医院', '2026-01-01', '', true)
                    """)
                .param("id", id)
                .update())
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("institution_name_one_at_a_time");
    jdbc.sql("update directory.institution_name set until = '2026-01-01' where institution = :id")
        .param("id", id)
        .update();
    jdbc.sql(
            """
            insert into directory.institution_name (institution, use, name, since, clause, house)
            values (:id, 'official', '俵口医院', '2026-01-01', '', true)
            """)
        .param("id", id)
        .update();

    assertThat(institutions.find(InstitutionId.of(id)).orElseThrow().name()).isEqualTo("俵口医院");
    assertThat(page("/institutions/" + id)).contains("俵口医院", "俵口卫生院", "2026-01-01");
    jdbc.sql("delete from directory.institution_name where institution = :id and name = '俵口医院'")
        .param("id", id)
        .update();
    jdbc.sql("update directory.institution_name set until = null where institution = :id")
        .param("id", id)
        .update();
  }

  @ParameterizedTest
  @CsvSource({
    "岳龙, ninghe-yuelong",
    "ylwsy, ninghe-yuelong",
    "yuelongweisheng, ninghe-yuelong",
    "NHQYY, ninghe-yiyuan",
    "区医院, ninghe-yiyuan",
  })
  void findsByNameSpellingAndAlias(String text, String id) {
    var found =
        institutions.list(
            new InstitutionQuery(AreaId.of("ninghe"), text, "", false), PageQuery.first());

    assertThat(found.rows()).extracting(it -> it.id().value()).contains(id);
    assertThat(found.rows()).noneMatch(InstitutionView::generated);
  }

  @Test
  void listsInPagesAndOrders() {
    var query = new InstitutionQuery(AreaId.of("wafangdian"), "", "village_clinic", true);

    var page = institutions.list(query, new PageQuery(2, 20, "name", true));

    assertThat(page.total()).isEqualTo(229);
    assertThat(page.rows()).hasSize(20);
    assertThat(page.pages()).isEqualTo(12);
    assertThat(institutions.list(query, new PageQuery(1, 200, "'; drop", false)).rows())
        .hasSize(200);
  }

  /// Departments carry codes of 诊疗科目名录; the lead has a list of its own, a centre the usual ones, a
  /// clinic and a government department none.
  @ParameterizedTest
  @CsvSource({
    "ninghe-yiyuan, 14, 03.04",
    "ninghe-yuelong, 2, 02",
    "ninghe-yuelong-v01, 0, ",
    "ninghe-weijianwei, 0, ",
  })
  void departmentsComeFromTheirLists(String id, int count, String code) {
    assertThat(institutions.departments(InstitutionId.of(id)))
        .hasSize(count)
        .extracting(DepartmentView::code)
        .contains(code == null ? new String[0] : new String[] {code});
  }

  @Test
  void practitionersAreEnteredByWhoeverReachesThem() {
    var hospital = InstitutionId.of("ninghe-zhongyiyuan");
    var command =
        new EnlistPractitioner(
            hospital,
            "50.13",
            "䶮·买买提",
            PractitionerTitle.ATTENDING_PHYSICIAN,
            LocalDate.of(2026, 1, 1));
    var officer = TestStaff.with("commission-officer", "ninghe-weijianwei");
    var stranger = TestStaff.with("commission-officer", "taicang-weijianwei");
    var village = TestStaff.with("village-doctor", "ninghe-yuelong-v01");

    var id = institutions.enlist(command, officer);

    assertThat(institutions.practitioners(hospital, "50.13"))
        .extracting(PractitionerView::id, PractitionerView::name)
        .contains(org.assertj.core.groups.Tuple.tuple(id, "䶮·买买提"));
    assertThat(page("/institutions/" + hospital)).contains("䶮·买买提", "主治医师");
    for (var other : List.of(stranger, village)) {
      assertThatThrownBy(() -> institutions.enlist(command, other))
          .hasMessageContaining("directory.not-yours");
    }
    var nowhere =
        new EnlistPractitioner(
            hospital, "99", "张三", PractitionerTitle.NURSE, LocalDate.of(2026, 1, 1));
    assertThatThrownBy(() -> institutions.enlist(nowhere, officer))
        .hasMessageContaining("directory.no-such-department");
  }

  @Test
  void theTableFiltersInTheUrl() {
    assertThat(page("/area/ninghe?q=ylwsy"))
        .contains("岳龙卫生院", "岳龙卫生院第1村卫生室")
        .doesNotContain("芦台医院");
    assertThat(page("/area/ninghe")).contains("芦台医院").doesNotContain("第1村卫生室");
    assertThat(page("/area/ninghe?kind=village_clinic&sort=name&desc=true"))
        .contains("aria-sort=\"descending\"", "124");
    assertThat(page("/area/ninghe?q=zzzz")).contains("class=\"empty\"");
    assertThat(page("/area/ninghe?q=%3Cscript%3E")).doesNotContain("<script>alert");
    assertThat(get("/area?area=taicang")).hasRedirectedUrl("/area/taicang");
    assertThat(get("/area")).hasRedirectedUrl("/area/ninghe");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/institutions/nowhere", "/institutions/NO!", "/area/atlantis"})
  void whatIsNotThereIsNotFound(String path) {
    assertThat(get(path)).hasStatus(404);
  }

  /// Every word that a page may need is there.
  @Test
  void everyKindAndTitleIsSaid() {
    var all = page("/area/ninghe");

    assertThat(Arrays.stream(InstitutionKind.values()).map(InstitutionKind::code))
        .allSatisfy(it -> assertThat(all).contains("value=\"" + it + "\""));
  }

  private String page(String path) {
    var answer = get(path);
    assertThat(answer).as(path).hasStatusOk();
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  private org.springframework.test.web.servlet.assertj.MvcTestResult get(String path) {
    return http.get()
        .uri(path)
        .header("Accept-Language", "zh-CN")
        .with(TestStaff.signedIn(TestStaff.with("village-doctor", "ninghe-yuelong-v01")))
        .exchange();
  }
}
