package org.heyi.steering.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.heyi.HeyiTest;
import org.heyi.Satisfies;
import org.heyi.TestBrowser;
import org.heyi.TestStaff;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.steering.directory.Institutions;
import org.heyi.steering.governance.position.Position;
import org.heyi.steering.governance.position.Positions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// What the plans want institutions to be for. What is expected is read from the plans into this
/// test.
@HeyiTest
@Satisfies("GOV-29")
class PositionTests {

  @Autowired Positions positions;
  @Autowired Institutions institutions;
  @Autowired MockMvcTester http;

  private List<Position.Item> of(String id) {
    return positions.of(institutions.find(InstitutionId.of(id)).orElseThrow());
  }

  /// 临沂 三(一)3, 瓦房店 五(二), 太仓 二(三)5, 宁河 §十四 and §十五, 南阳 台账二(四).
  @ParameterizedTest
  @CsvSource({
    "linyi-renmin, 'acute_critical,complex,referred_up', 三(一)3",
    "linyi-jinqueshan, 'common,chronic,first_aid,continuing', 三(一)3",
    "linyi-lanshan-renmin, 'common,chronic,first_aid,continuing,specialty_complex', 三(一)3",
    "taicang-ruijin, 'high_outflow,complex', 二(三)5",
    "taicang-shaxi, 'common,public_health,health_management', 二(三)5",
    "ninghe-yiyuan, first_aid, §十四",
    "ninghe-yuelong-v01, first_aid, §十四",
    "nanyang-jia-xiang1, common, 台账二(四)",
  })
  void eachTakesTheCasesOfItsPlan(String id, String cases, String clause) {
    assertThat(of(id))
        .filteredOn(it -> it.part() == Position.Part.CARE)
        .allSatisfy(it -> assertThat(it.origin().clause()).isEqualTo(clause))
        .extracting(Position.Item::code)
        .containsExactly(cases.split(","));
  }

  @Test
  void aCentreIsWhatItsRoleAndItsKindSay() {
    assertThat(of("ninghe-lutai"))
        .extracting(it -> it.code() + " " + it.origin().clause())
        .containsExactly("first_aid §十四", "first_contact §十五", "continuing §十五");
    assertThat(of("taicang-shaxi"))
        .filteredOn(it -> it.part() == Position.Part.SCALE || it.part() == Position.Part.EQUIPMENT)
        .extracting(it -> it.origin().clause())
        .containsExactly("二(三)1", "二(三)1");
  }

  @Test
  void itsPageSaysWhatItIsForAndWhatNobodyWroteDown() {
    assertThat(page("/institutions/linyi-lanshan-renmin", "zh-CN"))
        .contains("功能定位", "常见病、多发病", "相关专科的疑难复杂疾病", "强势专科尚未登记", "三(一)3");
    assertThat(page("/institutions/linyi-renmin", "en"))
        .contains("Functional positioning", "Acute and critical cases")
        .doesNotContain("strong specialties");
    assertThat(page("/area/taicang/governance", "zh-CN"))
        .contains("市一院、市中医医院、瑞金医院太仓分院", "高发病率、高外转率疾病");
  }

  /// 市疾控中心 is a member, and the plan's positions do not mention its kind.
  @Test
  void whomThePlanForgetsIsListed() {
    var area = AreaId.of("taicang");
    var all = institutions.all(area);

    assertThat(positions.unsaid(area, all))
        .contains(InstitutionId.of("taicang-jikong"))
        .doesNotContain(InstitutionId.of("taicang-shaxi"), InstitutionId.of("taicang-ruijin"));
    assertThat(page("/area/taicang/overview", "zh-CN")).contains("未写明功能定位", "市疾控中心");
    assertThat(page("/area/nanyang-jia/overview", "zh-CN")).doesNotContain("未写明功能定位");
  }

  @Test
  void otherSystemsReadIt() {
    assertThat(
            http.get()
                .uri("/api/governance/institutions/linyi-lanshan-renmin/position")
                .accept("application/json")
                .with(TestStaff.signedIn(TestStaff.with("village-doctor", "ninghe-yuelong-v01"))))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.items[*].code")
        .asArray()
        .contains("specialty_complex", "first_aid");
  }

  private String page(String path, String language) {
    var answer =
        http.get()
            .uri(path)
            .accept("text/html")
            .header("Accept-Language", language)
            .with(TestStaff.signedIn(TestStaff.with("village-doctor", "ninghe-yuelong-v01")))
            .exchange();
    assertThat(answer).as(path).hasStatusOk();
    return TestBrowser.text(answer);
  }
}
