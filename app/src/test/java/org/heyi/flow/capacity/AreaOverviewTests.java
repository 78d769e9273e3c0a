package org.heyi.flow.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.TestStaff;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shell.Words;
import org.heyi.steering.community.Communities;
import org.heyi.steering.community.Shortfall;
import org.heyi.steering.directory.EnlistPractitioner;
import org.heyi.steering.directory.InstitutionPanel;
import org.heyi.steering.directory.InstitutionView;
import org.heyi.steering.directory.Institutions;
import org.heyi.steering.directory.PractitionerTitle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// The area on one page: members by consortium, grid and tier, and who lacks what.
@HeyiTest
class AreaOverviewTests {

  /// 南阳's counties: nobody else plans there.
  private static final String HOSPITAL = "nanyang-bing-renmin";

  private static final String CENTRE = "nanyang-bing-xiang3";

  @Autowired MockMvcTester http;
  @Autowired Institutions institutions;
  @Autowired Communities communities;
  @Autowired List<Shortfall> shortfalls;
  @Autowired List<InstitutionPanel> panels;
  @Autowired TestHospital hospital;
  @Autowired MovableClock clock;
  @Autowired MessageSource messages;

  /// What the plans say: 宁河 §五, §六; 太仓 二(一); 临沂 附1; 瓦房店 四.
  @ParameterizedTest
  @CsvSource({
    "ninghe, 宁河区医院, 医共体（医联体）</dt><dd>1</dd>, 村卫生室和服务站</dt><dd>124</dd>",
    "taicang, 东部网格, 服务网格</dt><dd>2</dd>, 西部网格",
    "linyi, 临沂市中医医院医疗集团, 医共体（医联体）</dt><dd>2</dd>, 服务网格</dt><dd>2</dd>",
    "wafangdian, 松散型医共体, 医共体（医联体）</dt><dd>4</dd>, 村卫生室和服务站</dt><dd>229</dd>",
  })
  void theWholeAreaStandsOnOnePage(String area, String one, String other, String third) {
    assertThat(page(area)).contains(one, other, third, "谁还缺什么");
  }

  @Test
  void aHospitalOfUnknownGradeIsShownWithWhatToDo() {
    assertThat(lacking("community.lack-level", "ninghe")).contains("ninghe-yiyuan");
    assertThat(lacking("community.lack-level", "nanyang-bing")).doesNotContain(HOSPITAL);
    assertThat(page("ninghe")).contains("未登记等级", "请在政策包的 institutions 里写明 level");
  }

  @Test
  void whoseStaffIsRecordedLacksItNoLonger() {
    assertThat(lacking("community.lack-practitioners", "nanyang-bing")).contains(CENTRE);

    institutions.enlist(
        new EnlistPractitioner(
            InstitutionId.of(CENTRE),
            null,
            "邓医师",
            PractitionerTitle.ATTENDING_PHYSICIAN,
            LocalDate.of(2025, 1, 1)),
        TestStaff.with("institution-head", CENTRE));

    assertThat(lacking("community.lack-practitioners", "nanyang-bing")).doesNotContain(CENTRE);
  }

  @Test
  void aReceivingHospitalThatOffersNothingIsShownUntilItDoes() {
    clock.set(MovableClock.START);
    var before = lacking("capacity.lack-clinics", "nanyang-yi");
    assertThat(before).isEqualTo(Set.of("nanyang-yi-renmin"));
    assertThat(offer("nanyang-yi-renmin")).isEmpty();

    hospital.published(
        "nanyang-yi-renmin", TestHospital.soonDay("nanyang-yi-renmin"), "expert", 2, 5, 3);

    assertThat(lacking("capacity.lack-clinics", "nanyang-yi")).isEmpty();
    assertThat(offer("nanyang-yi-renmin")).containsExactly("1", "10", "6", "10");
    assertThat(page("nanyang-yi")).doesNotContain("未放号");
  }

  private Set<String> lacking(String label, String area) {
    var shortfall =
        shortfalls.stream().filter(it -> it.label().equals(label)).findFirst().orElseThrow();
    return shortfall.of(members(area)).stream()
        .map(InstitutionId::value)
        .collect(Collectors.toSet());
  }

  private List<Shortfall.Member> members(String area) {
    var id = AreaId.of(area);
    var views =
        institutions.all(id).stream()
            .collect(Collectors.toMap(InstitutionView::id, Function.identity()));
    var members = new ArrayList<Shortfall.Member>();
    communities
        .consortia(id)
        .forEach(consortium ->
            communities
                .members(consortium.id())
                .forEach(it ->
                    members.add(
                        new Shortfall.Member(
                            Objects.requireNonNull(views.get(it.institution())),
                            it.role(),
                            null))));
    return members;
  }

  private List<String> offer(String institution) {
    var words = new Words(messages, Locale.ENGLISH);
    return panels.stream()
        .flatMap(it -> it.of(InstitutionId.of(institution), words).stream())
        .filter(it -> it.title().startsWith("Offered in the next"))
        .flatMap(it -> it.lines().stream())
        .map(InstitutionPanel.Line::detail)
        .toList();
  }

  private String page(String area) {
    var by = TestStaff.with("village-doctor", "ninghe-yuelong-v01");
    var answer =
        http.get()
            .uri("/area/{area}/overview", area)
            .with(TestStaff.signedIn(by))
            .accept("text/html")
            .header("Accept-Language", "zh-CN")
            .exchange();
    assertThat(answer).hasStatusOk();
    return new String(
        answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
  }
}
