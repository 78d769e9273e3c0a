package org.heyi.platform.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.heyi.HeyiTest;
import org.heyi.Satisfies;
import org.heyi.TestStaff;
import org.heyi.platform.policy.Comparison.Agreement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The five plans side by side. What is expected is read from the plans into this test.
@HeyiTest
class ComparisonTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @Autowired Policies policies;
  @Autowired MockMvcTester http;

  /// 临沂 and 太仓 give a share of slots, 宁河 and 瓦房店 priority without a number, 南阳 nothing (P-06); only
  /// 瓦房店 counts service in communities for promotion (P-27).
  @ParameterizedTest
  @CsvSource({
    "P-06, DIFFERENT, reserved-share",
    "P-22, DIFFERENT, lead-level",
    "P-27, ALONE, ",
  })
  @Satisfies("PLT-10")
  void eachLineSaysHowFarThePlansAgree(String number, Agreement agreement, String key) {
    var line = line(number);
    assertThat(line.agreement()).isEqualTo(agreement);
    if (key == null) {
      assertThat(line.different()).isEmpty();
    } else {
      assertThat(line.different()).contains(key);
    }
  }

  @Test
  void aSilentPlanIsNoDifferenceAndWhatTheHouseChoseIsNoPlans() {
    var quota = line("P-06");
    assertThat(quota.different()).doesNotContain("public-opens-days-before");
    assertThat(quota.cells().get(column("nanyang-jia"))).allMatch(ParameterView::silent);
  }

  /// Every parameter stands in the column of its area as the area's own page has it.
  @Test
  void nothingIsLostOnTheWay() {
    var comparison = policies.compare(TODAY);
    assertThat(comparison.lines())
        .extracting(Comparison.Line::number)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 30).mapToObj("P-%02d"::formatted).toList());
    var plans = comparison.plans();
    for (var area : List.of("ninghe", "wafangdian", "taicang", "linyi", "nanyang-jia")) {
      int column = column(area);
      var shown = comparison.lines().stream().flatMap(it -> it.cells().get(column).stream());
      assertThat(shown)
          .containsExactlyInAnyOrderElementsOf(
              policies.parameters(plans.get(column).areas().getFirst().area()).stream()
                  .filter(it -> it.number().startsWith("P-"))
                  .toList());
    }
  }

  /// One column for the three counties of one template, as they say the same and have the same
  /// values but for the names of their own bodies.
  @Test
  void countiesOfOneTemplateShareAColumn() {
    var areas = policies.compare(TODAY).plans().get(column("nanyang-jia")).areas();
    assertThat(areas).hasSize(3);
    var says =
        areas.stream()
            .map(it -> policies.parameters(it.area()).stream().map(ParameterView::says).toList())
            .distinct();
    assertThat(says).hasSize(1);
    var values = areas.stream().map(this::numbers).distinct();
    assertThat(values).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "zh-CN, 规定不一致, 仅一份方案规定, 方案未规定, 不少于 50%",
    "en, different, one plan speaks, the plan is silent, at least 50%",
  })
  void thePageShowsWhoSaysWhat(
      String language, String different, String alone, String silent, String share) {
    var all = page("/policy-comparison", language);
    assertThat(all).contains(different, alone, share, "二(三)6", "P-27", "≠");
    assertThat(all.toLowerCase(Locale.ROOT)).contains(silent);
    assertThat(page("/policy-comparison?show=different", language))
        .contains("P-06", share)
        .doesNotContain("P-27");
    assertThat(page("/policy/ninghe", language)).contains("/policy-comparison");
  }

  @Test
  void theTableIsTakenOutAsItIsShown() {
    var csv = page("/policy-comparison/export?format=csv&show=different", "zh-CN");
    assertThat(csv).contains("P-06", "≠", "不少于 50%", "[二(三)6]").doesNotContain("P-27");
    assertThat(get("/policy-comparison/export?format=xlsx", "en"))
        .hasStatusOk()
        .hasHeader(
            "Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  }

  private List<List<String>> numbers(Pack area) {
    return policies.parameters(area.area()).stream()
        .flatMap(it -> it.inForce(TODAY).stream())
        .map(ParameterView.Entry::value)
        .filter(it -> !Set.of("text", "texts", "institution", "grid").contains(it.unit()))
        .map(PolicyValue::values)
        .toList();
  }

  private Comparison.Line line(String number) {
    return policies.compare(TODAY).lines().stream()
        .filter(it -> it.number().equals(number))
        .findFirst()
        .orElseThrow();
  }

  private int column(String area) {
    var plans = policies.compare(TODAY).plans();
    return IntStream.range(0, plans.size())
        .filter(it -> ids(plans.get(it)).contains(area))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> ids(Comparison.Column column) {
    return column.areas().stream().map(it -> it.area().value()).collect(Collectors.toSet());
  }

  private String page(String path, String language) {
    var answer = get(path, language);
    assertThat(answer).as(path).hasStatusOk();
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  private MvcTestResult get(String path, String language) {
    return http.get()
        .uri(path)
        .header("Accept-Language", language)
        .with(TestStaff.signedIn(TestStaff.with("village-doctor", "ninghe-yuelong-v01")))
        .exchange();
  }
}
