package org.heyi.steering.directory.siting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.heyi.HeyiTest;
import org.heyi.Satisfies;
import org.heyi.TestBrowser;
import org.heyi.TestStaff;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Staff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A commission's way from the first draft to the second version, by the pages alone.
@HeyiTest
class SitingPagesTests {

  private static final AreaId AREA = AreaId.of("nanyang-jia");
  private static final String ROOT = "/area/nanyang-jia/siting";

  @Autowired Sitings sitings;
  @Autowired Clock clock;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvcTester http;

  Staff officer;
  LocalDate today;

  @BeforeEach
  void aCountyWithoutAPlan() {
    officer = TestStaff.with("commission-officer", "nanyang-jia-weijianwei");
    today = LocalDate.ofInstant(clock.instant(), Moments.CHINA);
    jdbc.sql("delete from directory.siting_plan where area = :area")
        .param("area", AREA.value())
        .update();
  }

  private MvcTestResult get(String path, Staff by) {
    return http.get()
        .uri(path)
        .header("Accept-Language", "zh-CN")
        .with(TestStaff.signedIn(by))
        .exchange();
  }

  private String text(String path, Staff by) {
    var answer = get(path, by);
    assertThat(answer).hasStatusOk();
    return TestBrowser.text(answer);
  }

  private MvcTestResult post(String path, Map<String, String> fields) {
    var request =
        http.post()
            .uri(path)
            .header("Accept-Language", "zh-CN")
            .accept("text/html")
            .param("key", UUID.randomUUID().toString())
            .with(TestStaff.signedIn(officer));
    fields.forEach(request::param);
    return request.exchange();
  }

  private void done(String path, Map<String, String> fields) {
    assertThat(post(path, fields)).as(path).hasStatus(302);
  }

  private Map<String, String> site(String code, String name, String state, LocalDate since) {
    return new HashMap<>(
        Map.of(
            "code", code, "name", name, "town", "第一乡", "state", state, "since", since.toString()));
  }

  private static Map<String, String> settlement(String code, String served, String site) {
    return Map.of(
        "code",
        code,
        "name",
        "村" + code,
        "town",
        "第一乡",
        "kind",
        "natural-village",
        "population",
        "120",
        "served",
        served,
        "site",
        site);
  }

  private int version() {
    return sitings.versions(AREA, officer).getFirst().number();
  }

  @Test
  @Satisfies("GOV-10")
  void fromTheFirstDraftToTheSecondVersion() {
    assertThat(text(ROOT, officer)).contains("还没有村卫生室规划", "起草第一版");
    done(ROOT, Map.of());
    var first = ROOT + "/" + version();
    done(first + "/sites", site("A1", "东庄卫生室", "open", today.minusDays(500)));
    done(first + "/sites", site("A2", "西庄卫生室", "planned", today.plusDays(60)));
    done(first + "/settlements", settlement("J1", "site", "A1"));
    done(first + "/settlements", settlement("J2", "site", "A2"));
    done(first + "/settlements", settlement("J3", "nobody", ""));

    var draft = text(first, officer);
    assertThat(draft).contains("草案", "未覆盖的居民点（2）", "规划中，尚未开办", "采用后仍有 2 个居民点没有覆盖");
    assertThat(draft.indexOf("村J3")).isLessThan(draft.indexOf("村J2"));
    done(
        first + "/adopt",
        Map.of("title", "第一版规划", "document", "示例 1 号", "since", today.toString()));

    var inForce = text(ROOT, officer);
    assertThat(inForce)
        .contains("现行", "第一版规划", "示例 1 号", "东庄卫生室", "33.3 %")
        .doesNotContain("采用本草案");
    done(
        first + "/sites/A2/state",
        Map.of("from", "planned", "to", "open", "on", today.toString(), "why", "验收合格"));
    assertThat(text(first + "/sites/A2", officer)).contains("规划中 → 已开办", "验收合格", officer.name());

    done(ROOT, Map.of());
    var second = ROOT + "/" + version();
    done(second + "/areas", Map.of("settlement", "J3", "to", "site:A1"));
    assertThat(text(second, officer)).contains("居民点已全部覆盖", "100.0 %");
    assertThat(text(second + "/difference?from=" + (version() - 1), officer))
        .contains("村J3", "无人服务", "已覆盖")
        .doesNotContain("村J1");
    assertThat(text(second + "/difference", officer)).contains("村J3");
    assertThat(text("/area/nanyang-jia/overview", officer)).contains(ROOT);
  }

  /// The commission's home page counts who is not covered and what should have opened.
  @Test
  void theHomePageCountsWhatIsLeftToDo() {
    done(ROOT, Map.of());
    var draft = ROOT + "/" + version();
    done(draft + "/sites", site("A1", "东庄卫生室", "planned", today.minusDays(3)));
    done(draft + "/settlements", settlement("J1", "site", "A1"));
    assertThat(text("/", officer)).contains("还没有村卫生室规划");
    done(draft + "/adopt", Map.of("title", "第一版规划", "since", today.toString()));

    assertThat(text("/", officer)).contains("未覆盖的居民点", "过期未开办的点位", ROOT);
    assertThat(text(draft, officer)).contains("已过期未开办");
    assertThat(text("/", TestStaff.with("village-doctor", "nanyang-jia-xiang1-v01")))
        .doesNotContain("过期未开办的点位");
  }

  @Test
  void whatIsWrongIsSaidAtItsField() {
    done(ROOT, Map.of());
    var draft = ROOT + "/" + version();
    done(draft + "/sites", site("A1", "东庄卫生室", "open", today.minusDays(500)));

    var twice = site("A1", "别的卫生室", "planned", today);
    assertThat(TestBrowser.text(post(draft + "/sites", twice)))
        .contains("编号“A1”在本版规划中已用过", "href=\"#code\"", "value=\"别的卫生室\"");
    var merged = site("A2", "西庄卫生室", "merged", today);
    assertThat(TestBrowser.text(post(draft + "/sites", merged)))
        .contains("合并须写明并入哪个点位", "href=\"#successor\"");
    var never = site("A2", "西庄卫生室", "planned", today);
    never.put("since", "+999999999-12-31");
    assertThat(TestBrowser.text(post(draft + "/sites", never))).contains("href=\"#since\"");
    assertThat(
            TestBrowser.text(
                post(
                    draft + "/sites/A1/state",
                    Map.of("from", "open", "to", "merged", "on", today.toString()))))
        .contains("合并须写明并入哪个点位", "href=\"#takesOver\"");
    assertThat(TestBrowser.text(post(draft + "/settlements", settlement("J1", "site", ""))))
        .contains("请选择点位", "href=\"#site\"");
    assertThat(TestBrowser.text(post(draft + "/settlements", settlement("J1", "visit", ""))))
        .contains("没有写明负责的卫生院", "href=\"#centre\"");
    assertThat(
            TestBrowser.text(
                post(draft + "/adopt", Map.of("title", "", "since", today.toString()))))
        .contains("href=\"#title\"");
    assertThat(sitings.plan(AREA, version(), officer).settlements()).isEmpty();
  }

  @Test
  @Satisfies("GOV-10")
  void staffReadWithoutFormsAndAStrangerSeesNothing() {
    done(ROOT, Map.of());
    var draft = ROOT + "/" + version();
    done(draft + "/sites", site("A1", "东庄卫生室", "open", today.minusDays(500)));
    var doctor = TestStaff.with("village-doctor", "nanyang-jia-xiang1-v01");
    var city = TestStaff.with("city-officer", "nanyang-jia-shi-weijianwei");
    var stranger = TestStaff.with("commission-officer", "taicang-weijianwei");

    for (var path : new String[] {draft, draft + "/sites/A1", draft + "/areas"}) {
      assertThat(text(path, doctor)).doesNotContain("method=\"post\" action=\"" + draft);
      assertThat(text(path, doctor)).doesNotContain("name=\"revision\"", "/new-site");
      assertThat(get(path, stranger)).hasStatus(404);
    }
    assertThat(text(draft, city)).contains("东庄卫生室", "nanyang-bing");
    assertThat(get(draft + "/new-site", doctor)).hasStatus(403);
  }

  @Test
  @Satisfies("GOV-10")
  void theInterfaceGivesThePlanInForceTheUncoveredFirst() {
    assertThat(get("/api/directory/siting/nanyang-jia", officer)).hasStatus(404);
    done(ROOT, Map.of());
    var draft = ROOT + "/" + version();
    done(draft + "/sites", site("A1", "东庄卫生室", "open", today.minusDays(500)));
    done(draft + "/settlements", settlement("J1", "site", "A1"));
    done(draft + "/settlements", settlement("J2", "nobody", ""));
    done(draft + "/adopt", Map.of("title", "第一版规划", "since", today.toString()));

    var answer = get("/api/directory/siting/nanyang-jia", officer);
    assertThat(answer)
        .bodyJson()
        .extractingPath("$.settlements[0]")
        .asMap()
        .containsEntry("code", "J2")
        .containsEntry("coverage", "nobody");
    assertThat(answer).bodyJson().extractingPath("$.total.covered").isEqualTo(1);
    assertThat(answer).bodyJson().extractingPath("$.towns[0].numbers.people").isEqualTo(240);
  }
}
