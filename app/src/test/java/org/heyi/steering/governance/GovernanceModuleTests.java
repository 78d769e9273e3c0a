package org.heyi.steering.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.heyi.HeyiTest;
import org.heyi.Satisfies;
import org.heyi.TestStaff;
import org.heyi.platform.access.Accounts;
import org.heyi.platform.access.OpenAccount;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.ConsortiumId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Staff;
import org.heyi.steering.directory.Institutions;
import org.heyi.steering.governance.unchanged.Unchanged;
import org.heyi.steering.governance.unchanged.UnchangedAttributes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// What the five plans arrange. What is expected is read from the plans into this test.
@HeyiTest
class GovernanceModuleTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @Autowired Arrangements arrangements;
  @Autowired Accounts accounts;
  @Autowired UnchangedAttributes unchanged;
  @Autowired Institutions institutions;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvcTester http;

  /// GOV-12: 临沂 三(二)1 四不变; 太仓 二(二)2; 瓦房店 七(二); 南阳 台账二(二); 宁河 says nothing.
  @ParameterizedTest
  @CsvSource({
    "linyi-people, '行政管理职责,干部管理权限,人员身份属性,财政投入保障', 三(二)1",
    "linyi-tcm, '行政管理职责,干部管理权限,人员身份属性,财政投入保障', 三(二)1",
    "taicang-yigongti, '法人资格,机构性质,职工身份,职责任务,投入保障', 二(二)2",
    "wafangdian-tight, '产权归属,财政补助渠道', 七(二)",
    "wafangdian-alliance, '产权归属,财政补助渠道', 七(二)",
    "nanyang-bing-jituan, '法人资格', 台账二(二)",
  })
  @Satisfies("GOV-12")
  void eachConsortiumKeepsWhatItsPlanSays(String id, String words, String clause) {
    assertThat(unchanged.of(ConsortiumId.of(id)))
        .allSatisfy(it -> assertThat(it.origin().clause()).isEqualTo(clause))
        .extracting(Unchanged::words)
        .containsExactly(words.split(","));
    assertThat(unchanged.of(ConsortiumId.of("ninghe-zongyiyuan"))).isEmpty();
  }

  /// The page says where the system holds such a fact, and where it does not.
  @Test
  @Satisfies("GOV-12")
  void thePageSaysWhatItCannotGuard() {
    assertThat(page("/consortia/linyi-people/governance", "zh-CN"))
        .contains("人员身份属性", "保持不变；本系统未登记该事实", "干部管理权限", "受保护");
    assertThat(page("/consortia/wafangdian-tight/governance", "zh-CN"))
        .contains("全体成员只有一个法定代表人", "四(一)1");
  }

  /// GOV-13: 宁河 §八 "原则上由区医院法人代表担（兼）任"; 南阳 台账二(二) "可由牵头医疗机构负责人担任（兼任）".
  @ParameterizedTest
  @CsvSource({
    "ninghe, CONSORTIUM_HEAD, IN_PRINCIPLE, 区医院法人代表, §八",
    "nanyang-yi, MEMBER_LEGAL_REPRESENTATIVE, MAY, 牵头医疗机构负责人, 台账二(二)",
    "nanyang-yi, PARTY_SECRETARY, ALWAYS, 卫健委主任, 台账二(二)",
  })
  @Satisfies("GOV-13")
  void postsAreHeldTogetherAsThePlanSays(
      String area,
      ConcurrentPost.Post post,
      ConcurrentPost.Manner manner,
      String holder,
      String clause) {
    assertThat(arrangements.concurrentPosts(AreaId.of(area)))
        .filteredOn(it -> it.post() == post)
        .singleElement()
        .satisfies(it -> {
          assertThat(it.manner()).isEqualTo(manner);
          assertThat(it.holder()).isEqualTo(holder);
          assertThat(it.origin().clause()).isEqualTo(clause);
        });
  }

  /// The legal representatives of members beside the lead's: same, different, not recorded.
  @Test
  @Satisfies("GOV-13")
  void recordedRepresentativesAreCompared() {
    var path = "/consortia/nanyang-bing-jituan/governance";
    assertThat(page(path, "zh-CN")).contains("未登记牵头单位的法定代表人，无法核对。");
    represent("nanyang-bing-renmin", "法定代表人甲");
    represent("nanyang-bing-xiang1", "法定代表人甲");
    represent("nanyang-bing-xiang2", "法定代表人乙");
    try {
      assertThat(page(path, "zh-CN"))
          .contains("相同的成员 1 家；不同：示例丙县第二乡卫生院（合成）；未登记 2 家。")
          .doesNotContain("法定代表人甲", "法定代表人乙");
    } finally {
      List.of("renmin", "xiang1", "xiang2").forEach(it -> represent("nanyang-bing-" + it, ""));
    }
  }

  private void represent(String institution, String who) {
    jdbc.sql("update directory.institution set legal_representative = :who where id = :id")
        .param("who", who)
        .param("id", institution)
        .update();
  }

  /// 宁河 §四 (13 departments), §八; 瓦房店 四(一)3, 四(二)2; 太仓 二(二)1 (10 and two), 二(二)2; 临沂 三(二)1, 附2 (10
  /// posts); 南阳 正文二, 台账二(一), 台账二(二).
  @ParameterizedTest
  @CsvSource({
    "ninghe-body-guanweihui, MANAGEMENT_COMMITTEE, 区委区政府主要负责同志, 13, 9",
    "ninghe-body-lishihui, COUNCIL, '', 1, 2",
    "ninghe-body-jiceng, PUBLIC_HEALTH_COMMITTEE, '', 0, 1",
    "wafangdian-body-lishihui, COUNCIL, '', 0, 1",
    "wafangdian-body-jianshihui, SUPERVISORY_BOARD, '', 0, 1",
    "wafangdian-body-lianmeng, ALLIANCE_COMMITTEE, 选举产生的负责人, 1, 1",
    "taicang-body-zhuanban, TASK_FORCE, 市委、市政府主导（未写明负责人）, 12, 3",
    "taicang-body-bangongshi, COMMITTEE_OFFICE, 市卫健委主任, 2, 2",
    "taicang-body-xieshang, DELIBERATION, '', 5, 5",
    "taicang-body-east, GRID_GROUP, '', 0, 1",
    "linyi-body-guanweihui, MANAGEMENT_COMMITTEE, 市政府副市长、市工商联主席, 10, 6",
    "linyi-body-zhuanjia, EXPERT_COMMITTEE, '', 0, 2",
    "linyi-people-lishihui, COUNCIL, '', 2, 5",
    "linyi-tcm-choujian, PREPARATORY_TASK_FORCE, '', 3, 2",
    "nanyang-jia-body-yiguanwei, MANAGEMENT_COMMITTEE, 县（市、区）委书记, 1, 6",
    "nanyang-jia-body-bangongshi, COMMITTEE_OFFICE, 卫健委主任（兼任）, 2, 5",
    "nanyang-jia-body-dangwei, PARTY_COMMITTEE, 党委书记（卫健委主任兼任）, 0, 1",
  })
  void everyBodyOfThePlansIsThere(String id, BodyKind kind, String chair, int members, int duties) {
    var area = id.startsWith("nanyang") ? "nanyang-jia" : id.substring(0, id.indexOf('-'));
    assertThat(arrangements.bodies(AreaId.of(area)))
        .filteredOn(it -> it.id().equals(id))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.kind()).isEqualTo(kind);
          assertThat(it.chair()).isEqualTo(chair);
          assertThat(it.members()).hasSize(members);
          assertThat(it.duties()).hasSize(duties);
          assertThat(it.origin().house()).isFalse();
        });
  }

  /// 太仓 二(二)1 "2027年底撤销"; 临沂 附2: two vice-chairs, and the office's head is one of them.
  @Test
  void aBodyHasItsEndAndItsOffice() {
    var force =
        arrangements.bodies(AreaId.of("taicang")).stream()
            .filter(it -> it.kind() == BodyKind.TASK_FORCE)
            .findFirst()
            .orElseThrow();
    assertThat(force.life().until()).isEqualTo(LocalDate.of(2028, 1, 1));
    assertThat(page("/area/taicang/governance", "zh-CN")).contains("存续至", "2027-12-31");
    assertThat(arrangements.bodies(AreaId.of("linyi")).getFirst())
        .satisfies(it -> {
          assertThat(it.viceChairs()).hasSize(2);
          assertThat(it.secretariat()).isEqualTo("linyi-weijianwei");
          assertThat(it.secretariatHead()).contains("兼任");
        });
  }

  /// GOV-31: 编办 headcount, 人社 posts, titles and pay, 财政 funds, 医保 payment and supervision, 卫健 lead
  /// and autonomy, 发改 funds or planning.
  @ParameterizedTest
  @CsvSource({
    "ninghe, ninghe-bianban, headcount, §二十六",
    "ninghe, ninghe-caizheng, funds, §二十六",
    "ninghe, ninghe-yibao, payment, §二十六",
    "ninghe, ninghe-weijianwei, lead, §二十六",
    "wafangdian, wafangdian-renshe, payment, 七(二)",
    "taicang, taicang-yibao, pricing, 二(四)2",
    "linyi, linyi-weijianwei, planning, 三(四)3",
    "linyi, linyi-fagaiwei, funds, 三(四)3",
    "nanyang-jia, nanyang-jia-renshe, titles, 正文三",
    "nanyang-jia, nanyang-jia-yibao, fund_supervision, 正文三、台账三",
    "nanyang-jia, nanyang-jia-weijianwei, autonomy, 正文三",
  })
  @Satisfies("GOV-31")
  void aDepartmentHasItsDuties(String area, String institution, String duty, String clause) {
    assertThat(arrangements.authorities(AreaId.of(area)))
        .filteredOn(it -> it.institution().equals(institution))
        .flatExtracting(Authority::duties)
        .filteredOn(it -> it.duty().equals(duty))
        .extracting(it -> it.origin().clause())
        .contains(clause);
  }

  /// Each is an institution of its own, at which an account can be opened.
  @ParameterizedTest
  @ValueSource(strings = {"ninghe", "wafangdian", "taicang", "linyi", "nanyang-jia"})
  @Satisfies("GOV-31")
  void aDepartmentIsAUserOrganisation(String area) {
    var authorities = arrangements.authorities(AreaId.of(area));
    assertThat(authorities)
        .allSatisfy(it ->
            assertThat(institutions.find(InstitutionId.of(it.institution())))
                .hasValueSatisfying(
                    one -> assertThat(one.kind()).isEqualTo("government_department")));
    var department = InstitutionId.of(authorities.get(1).institution());
    var admin = TestStaff.with("system-admin", authorities.getFirst().institution());
    var login = "dept" + UUID.randomUUID().toString().substring(0, 8);

    var opened =
        accounts.open(
            new OpenAccount(
                login, "测试 部门", "13800000000", "commission-officer", department, null, TODAY),
            admin);

    assertThat(accounts.view(opened.account(), admin).posts())
        .singleElement()
        .satisfies(it -> assertThat(it.institution()).isEqualTo(department));
    var officer = TestStaff.with("commission-officer", department.value());
    assertThat(read("/area/" + area + "/governance", "zh-CN", officer))
        .contains(institutions.find(department).orElseThrow().name());
  }

  /// P-13 and Annex 4: 宁河 seven internal and ten dated, 瓦房店 ten and four, 太仓 six and four, 临沂 six
  /// internal and five shared in each group, 南阳 eight and seven.
  @ParameterizedTest
  @CsvSource({
    "ninghe, INTERNAL, 7",
    "ninghe, EMERGENCY, 5",
    "ninghe, SHARED, 5",
    "wafangdian, SHARED, 10",
    "wafangdian, OTHER, 4",
    "taicang, SHARED, 6",
    "taicang, SERVICE, 4",
    "linyi, INTERNAL, 12",
    "linyi, SHARED, 10",
    "nanyang-jia, INTERNAL, 8",
    "nanyang-jia, SHARED, 7",
  })
  void centresAreAsManyAsThePlanSays(String area, CentreGroup group, int count) {
    assertThat(arrangements.centres(AreaId.of(area)))
        .filteredOn(it -> it.group() == group)
        .hasSize(count);
  }

  /// 宁河 §十三: laboratory and ECG in 2024, consultation in 2025, tumour and sterile supply in 2026.
  @ParameterizedTest
  @CsvSource({
    "检验中心, 2024-12-31, DUE",
    "检验中心, 2025-01-01, OVERDUE",
    "远程会诊中心, 2025-06-01, DUE",
    "消毒供应中心, 2026-12-31, DUE",
    "消毒供应中心, 2027-01-01, OVERDUE",
    "公共卫生管理中心, 2030-01-01, UNDATED",
  })
  void aCentreIsOverdueWhenItsYearHasPassed(String name, LocalDate day, Centre.State state) {
    assertThat(arrangements.centres(AreaId.of("ninghe")))
        .filteredOn(it -> it.name().equals(name))
        .singleElement()
        .satisfies(it -> assertThat(it.state(day)).isEqualTo(state));
  }

  /// 宁河 §十: five sub-centres of the operations centre; 临沂 三(二)2: nine functions.
  @Test
  void centresHaveParentsAndFunctions() {
    assertThat(arrangements.centres(AreaId.of("ninghe")))
        .filteredOn(it -> it.parent().equals("ninghe-centre-yunying"))
        .hasSize(5);
    assertThat(arrangements.centres(AreaId.of("linyi")))
        .filteredOn(it -> it.id().equals("linyi-people-yiliao"))
        .singleElement()
        .satisfies(it ->
            assertThat(it.functions())
                .extracting(Charge::text)
                .containsExactly("医务", "院感", "护理", "门急诊", "药事", "病案", "住院服务", "患者转诊", "公共卫生"));
  }

  /// 太仓 一: 90 %, 80 % and 60 % by the end of 2026; the numbers stand in P-17 only.
  @ParameterizedTest
  @CsvSource({"zh-CN, 到 2026-12-31", "en, By 2026-12-31"})
  void milestonesShowTheirTargets(String language, String by) {
    assertThat(page("/consortia/taicang-yigongti/governance", language))
        .contains(by, "90%", "80%", "60%");
  }

  @ParameterizedTest
  @CsvSource({
    "ninghe, '宣传部门,公安部门,胸痛救治中心,尚未启用,综合监管信息平台,§十三'",
    "wafangdian, '市卫计局,备案,后勤服务中心'",
    "taicang, '县域医共体建设工作专班,市农业农村局,东部网格议事组'",
    "linyi, '管理委员会专家委员会,市财政局社会保障科科长,各医共体的治理'",
    "nanyang-bing, '医管委办公室,周转池,督导'",
  })
  void theAreaPageShowsHowItIsGoverned(String area, String texts) {
    var whole =
        page("/area/" + area + "/governance", "zh-CN")
            + (area.equals("taicang")
                ? page("/consortia/taicang-yigongti/governance", "zh-CN")
                : "");
    assertThat(whole).contains(texts.split(","));
    assertThat(page("/area/" + area + "/tree", "zh-CN")).contains("/area/" + area + "/governance");
  }

  @Test
  void aConsortiumLeadsToItsGovernance() {
    assertThat(page("/consortia/ninghe-zongyiyuan", "zh-CN"))
        .contains("/consortia/ninghe-zongyiyuan/governance", "医共体理事会");
    assertThat(page("/consortia/ninghe-zongyiyuan/governance", "en"))
        .contains("Managed as one", "coordinated", "in principle", "human resources")
        .contains("医共体运营管理中心");
  }

  @Test
  void machinesGetTheSame() {
    assertThat(http.get().uri("/api/governance/areas/ninghe").with(TestStaff.signedIn(reader())))
        .hasStatusOk()
        .bodyJson()
        .satisfies(it -> {
          it.assertThat()
              .extractingPath("$.centres[?(@.name == '检验中心')].due")
              .asArray()
              .containsExactly("2024-12-31");
          it.assertThat()
              .extractingPath("$.authorities[?(@.institution == 'ninghe-bianban')].duties[0].duty")
              .asArray()
              .containsExactly("headcount");
        });
    assertThat(
            http.get()
                .uri("/api/governance/consortia/taicang-yigongti")
                .with(TestStaff.signedIn(reader())))
        .hasStatusOk()
        .bodyJson()
        .satisfies(it -> {
          it.assertThat()
              .extractingPath("$.unchanged[?(@.attribute == 'staff_identity')].guarded")
              .asArray()
              .containsExactly(false);
          it.assertThat()
              .extractingPath("$.unified.dimensions[?(@.kind == 'integrated')].name")
              .asArray()
              .hasSize(4);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/area/atlantis/governance",
        "/consortia/no-such-one/governance",
        "/consortia/ninghe-zongyiyuan/governance/taicang-liuhe",
        "/api/governance/areas/atlantis",
        "/api/governance/consortia/no-such-one",
        "/api/governance/consortia/ninghe-zongyiyuan/members/taicang-liuhe/changes"
      })
  void whatIsNotThereIsNotFound(String path) {
    assertThat(http.get().uri(path).with(TestStaff.signedIn(reader()))).hasStatus(404);
  }

  private static Staff reader() {
    return TestStaff.with("village-doctor", "ninghe-yuelong-v01");
  }

  /// 宁河 §十三: five centres of emergency at the district hospital by 2023; 太仓 and others name
  /// departments.
  @Test
  @Satisfies("GOV-31")
  void anInstitutionsPageHasItsCentresOrItsDuties() {
    assertThat(page("/institutions/ninghe-yiyuan", "zh-CN"))
        .contains("所设中心", "胸痛救治中心", "应于 2023-12-31 前建成，尚未启用");
    assertThat(page("/institutions/ninghe-yigaiban", "en"))
        .contains("Duties", "§二十八")
        .doesNotContain("Centres it hosts");
    assertThat(page("/institutions/ninghe-yuelong", "zh-CN")).doesNotContain("所设中心", ">职责<");
  }

  private String page(String path, String language) {
    return read(path, language, reader());
  }

  private String read(String path, String language, Staff staff) {
    var answer =
        http.get()
            .uri(path)
            .header("Accept-Language", language)
            .with(TestStaff.signedIn(staff))
            .exchange();
    assertThat(answer).as(path).hasStatusOk();
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
