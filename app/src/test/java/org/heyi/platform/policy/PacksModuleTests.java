package org.heyi.platform.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.heyi.AtOnce;
import org.heyi.HeyiTest;
import org.heyi.Satisfies;
import org.heyi.TestStaff;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.ConsortiumId;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shell.SearchSource;
import org.heyi.platform.shell.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/// The five plans as they are loaded. What is expected is read from the plans into this test.
@HeyiTest
class PacksModuleTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @Autowired ObjectProvider<PackSection> sections;
  @Autowired Packs packs;
  @Autowired PackStore store;
  @Autowired Policies policies;
  @Autowired TransactionTemplate transaction;
  @Autowired MockMvcTester http;
  @Autowired List<SearchSource> sources;
  @Autowired MessageSource messages;

  @ParameterizedTest
  @ValueSource(strings = {"ninghe", "wafangdian", "taicang", "linyi", "nanyang"})
  void eachPackIsReadWithoutAFault(String area) {
    assertThat(reader().read(PackFixture.pack(area)).faults()).isEmpty();
  }

  /// The same file, and the same content written differently, are not applied again.
  @Test
  void loadingTwiceChangesNothing() {
    var before = store.loaded();
    var commented =
        PackFixture.text("taicang").replaceFirst("version: (\\d+)", "version:   $1   # the same");

    var again = packs.load(List.of(PackFixture.pack("ninghe"), PackFixture.pack("nanyang")));
    var rewritten = packs.load(List.of(new PackFile("taicang.yaml", commented)));

    assertThat(again).isEqualTo(new Packs.Outcome(0, 2, List.of()));
    assertThat(rewritten).isEqualTo(new Packs.Outcome(0, 1, List.of()));
    assertThat(store.loaded()).isEqualTo(before);
    var version = policies.area(AreaId.of("taicang")).version();
    assertThat(policies.text(AreaId.of("taicang"), version).text()).contains("# the same");
    packs.load(List.of(PackFixture.pack("taicang")));
    assertThat(policies.text(AreaId.of("taicang"), version))
        .isEqualTo(PackFixture.pack("taicang").text());
  }

  /// P-06: 太仓 二(三)6 "预留50%以上专家号源并提前五天", 临沂 三(三)1 "20%的门诊号源"; 宁河 §十五 and 瓦房店 五(五) give priority
  /// without a number; 南阳 says nothing.
  @ParameterizedTest
  @CsvSource({
    "taicang, 50, expert, 5, 二(三)6",
    "linyi, 20, outpatient, , 三(三)1",
    "ninghe, , expert, , ",
    "wafangdian, , , , ",
    "nanyang-jia, , , , ",
  })
  @Satisfies("PLT-10")
  void eachAreaHasItsOwnQuota(
      String area, Integer share, String basis, Integer days, String clause) {
    var found = policies.find("reserved-share", AreaId.of(area), null, TODAY);
    assertThat(found.map(PolicyValue::whole).orElse(null)).isEqualTo(share);
    found.ifPresent(it -> {
      assertThat(it.parameter()).isEqualTo("P-06");
      assertThat(it.clause()).isEqualTo(clause);
      assertThat(it.house()).isFalse();
      assertThat(it.unit()).isEqualTo("percent");
    });
    assertThat(
            policies
                .find("reserved-basis", AreaId.of(area), null, TODAY)
                .map(PolicyValue::word)
                .orElse(null))
        .isEqualTo(basis);
    var opens = policies.require("reserved-opens-days-before", AreaId.of(area), null, TODAY);
    assertThat(opens.house()).isEqualTo(days == null);
    if (days != null) {
      assertThat(opens.duration()).isEqualTo(Duration.ofDays(days));
    }
  }

  /// 瓦房店: the tight consortium has its own accounting (四(一)3), the others have none.
  @Test
  @Satisfies("PLT-10")
  void aConsortiumOverridesItsArea() {
    var area = AreaId.of("wafangdian");
    var tight = ConsortiumId.of("wafangdian-tight");

    assertThat(policies.find("accounting-model", area, tight, TODAY).orElseThrow().word())
        .isEqualTo("single_entity");
    assertThat(policies.find("accounting-model", area, null, TODAY)).isEmpty();
    assertThat(policies.find("accounting-model", area, ConsortiumId.of("wafangdian-loose"), TODAY))
        .isEmpty();
    assertThat(policies.require("filing-within", area, tight, TODAY).whole()).isEqualTo(5);
  }

  @Test
  @Satisfies("PLT-10")
  void aValueHoldsFromItsDate() {
    var area = AreaId.of("taicang");

    assertThat(policies.find("reserved-share", area, null, LocalDate.of(2025, 6, 30))).isEmpty();
    assertThat(policies.find("reserved-share", area, null, LocalDate.of(2025, 7, 1))).isPresent();
    assertThatThrownBy(() -> policies.require("reserved-share", AreaId.of("ninghe"), null, TODAY))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("policy.not-set");
  }

  @Test
  void aTimeMayDependOnUrgency() {
    var hours = policies.require("referral-review-hours", AreaId.of("ninghe"), null, TODAY);

    assertThat(hours.house()).isTrue();
    assertThat(hours.part("emergency").duration()).isLessThan(hours.part("routine").duration());
    assertThatThrownBy(() -> hours.part("never")).isInstanceOf(IllegalArgumentException.class);
  }

  /// All thirty rows of the catalogue stand in each area, the silent ones too.
  @ParameterizedTest
  @ValueSource(
      strings = {"ninghe", "wafangdian", "taicang", "linyi", "nanyang-jia", "nanyang-bing"})
  void allThirtyParametersAreThere(String area) {
    var rows = policies.parameters(AreaId.of(area));

    assertThat(rows)
        .filteredOn(it -> it.whose().consortium().isEmpty() && it.number().startsWith("P-"))
        .hasSize(30)
        .allSatisfy(it -> assertThat(it.silent()).isEqualTo(it.clause().isEmpty()));
    assertThat(rows.stream().flatMap(it -> it.entries().stream()))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.value().house()).isEqualTo(it.value().clause().isEmpty()));
  }

  /// A sixth area is a sixth file. However many nodes start at once, it is loaded once.
  @Test
  @Satisfies("PLT-10")
  void manyNodesLoadASixthAreaOnce() throws Exception {
    var file = PackFixture.renamed("ninghe", "racing");
    var nodes = 8;
    var applied = 0;
    var faults = new ArrayList<PackReading.Fault>();
    try (var threads = Executors.newFixedThreadPool(nodes)) {
      Callable<Packs.Outcome> start = () -> packs.load(List.of(file));
      for (var outcome : threads.invokeAll(java.util.Collections.nCopies(nodes, start))) {
        applied += outcome.get().applied();
        faults.addAll(outcome.get().faults());
      }
    }

    System.out.printf("race: %d nodes started, pack applied %d times%n", nodes, applied);
    assertThat(applied).isEqualTo(1);
    assertThat(faults).isEmpty();
    assertThat(policies.area(AreaId.of("racing")).version()).isEqualTo(1);
  }

  /// A new version keeps what was so before.
  @Test
  @Satisfies("PLT-10")
  void aNewVersionKeepsTheOldValues() {
    var area = AreaId.of("second");
    var first = PackFixture.renamed("ninghe", "second");
    packs.load(List.of(first));
    var next =
        first
            .text()
            .text()
            .replace("version: 1", "version: 2")
            .replace("{value: 2023-07-01, unit: date", "{value: 2026-01-01, unit: date")
            .replace("slot-hold-minutes: {value: 15", "slot-hold-minutes: {value: 20")
            .replace("      team-core-members: {value: 3, unit: people, clause: \"§十五\"}\n", "");

    var outcome = packs.load(List.of(new PackFile("second.yaml", next)));

    assertThat(outcome).isEqualTo(new Packs.Outcome(1, 0, List.of()));
    assertThat(hold(area, LocalDate.of(2025, 12, 31))).isEqualTo(15);
    assertThat(hold(area, LocalDate.of(2026, 1, 1))).isEqualTo(20);
    var day = LocalDate.of(2025, 12, 31);
    assertThat(policies.find("team-core-members", area, null, day)).isPresent();
    assertThat(policies.find("team-core-members", area, null, day.plusDays(1))).isEmpty();
    assertThat(packs.load(List.of(first))).isEqualTo(new Packs.Outcome(0, 1, List.of()));
    assertThat(policies.area(area).version()).isEqualTo(2);
  }

  /// A program that is started again brings its own file, of a lower version than the one that was
  /// uploaded: it is left alone. The same version with other content is a mistake.
  @Test
  @Satisfies("AGR-19")
  void whatWasUploadedOutlivesTheNextStart() {
    var area = AreaId.of("outliving");
    var first = PackFixture.renamed("ninghe", "outliving");
    packs.load(List.of(first));
    var second = raised(first, 2);
    var begins = LocalDate.of(2026, 11, 23);
    assertThat(apply(second, Map.of(area, 1), begins).faults()).isEmpty();

    assertThat(packs.load(List.of(first))).isEqualTo(new Packs.Outcome(0, 1, List.of()));
    assertThat(packs.load(List.of(raised(first, 1)))).isEqualTo(new Packs.Outcome(0, 1, List.of()));
    assertThat(policies.area(area).version()).isEqualTo(2);
    assertThat(hold(area, begins)).isEqualTo(20);
    var other =
        new PackFile("outliving.yaml", second.text().text().replace("value: 20,", "value: 25,"));
    assertThat(packs.load(List.of(other)).faults())
        .extracting(it -> it.problem().code())
        .containsExactly("pack.version-not-raised");
    assertThat(policies.text(area, 1)).isEqualTo(first.text());
    assertThat(policies.text(area, 2)).isEqualTo(second.text());
  }

  /// An upload and starting nodes that bring another file of the same version: one of them is in
  /// force in the end, whole, and the others are told.
  @Test
  @Satisfies("AGR-19")
  void anUploadAndAStartDoNotMix() throws Exception {
    var area = AreaId.of("colliding");
    var first = PackFixture.renamed("ninghe", "colliding");
    packs.load(List.of(first));
    var uploaded = raised(first, 2);
    var brought =
        new PackFile("colliding.yaml", uploaded.text().text().replace("value: 20,", "value: 30,"));
    var rivals = new ArrayList<Callable<Boolean>>();
    for (var i = 0; i < 4; i++) {
      rivals.add(() -> packs.load(List.of(brought)).applied() == 1);
      rivals.add(() -> {
        try {
          return apply(uploaded, Map.of(area, 1), TODAY).faults().isEmpty();
        } catch (ProblemException overtaken) {
          return false;
        }
      });
    }

    var won = AtOnce.yes(rivals);

    var held = hold(area, TODAY);
    var digest = held == 20 ? uploaded.digest() : brought.digest();
    var whole =
        store.files().contains(digest)
            && Objects.requireNonNull(store.loaded().get(area)).version() == 2;
    System.out.printf(
        "race: %d uploads and starts, %d applied, violations %d%n",
        rivals.size(), won, won == 1 && whole ? 0 : 1);
    assertThat(won).isEqualTo(1);
    assertThat(whole).isTrue();
    assertThat(held).isIn(20, 30);
  }

  /// The value of a coming date that an older version names does not come back.
  @Test
  @Satisfies("AGR-19")
  void aNewerVersionHasTheLastWordAboutComingDays() {
    var area = AreaId.of("coming");
    var text = PackFixture.renamed("ninghe", "coming").text().text();
    var later =
        text.replace(
            "slot-hold-minutes: {value: 15,",
            "slot-hold-minutes: {value: 18, effective: 2027-03-01,");
    packs.load(List.of(new PackFile("coming.yaml", later)));
    var next = raised(new PackFile("coming.yaml", text), 2);

    apply(next, Map.of(area, 1), TODAY);

    assertThat(hold(area, TODAY)).isEqualTo(20);
    assertThat(hold(area, LocalDate.of(2027, 4, 1))).isEqualTo(20);
  }

  private PackTrial apply(PackFile file, Map<AreaId, Integer> bases, LocalDate begins) {
    return Objects.requireNonNull(
        transaction.execute(_ -> packs.apply(file.text(), bases, begins)));
  }

  private static PackFile raised(PackFile file, int version) {
    var text = file.text().text().replace("version: 1", "version: " + version + " # raised");
    return new PackFile(
        file.name(),
        version == 1
            ? text
            : text.replace("slot-hold-minutes: {value: 15", "slot-hold-minutes: {value: 20"));
  }

  private int hold(AreaId area, LocalDate on) {
    return policies.require("slot-hold-minutes", area, null, on).whole();
  }

  @ParameterizedTest
  @CsvSource({"zh-CN, 不少于 50%, 非方案规定, 专家号", "en, at least 50%, not from the plan, expert slots"})
  void thePageSaysWhereAValueComesFrom(String language, String share, String house, String basis) {
    assertThat(page("/policy/taicang?q=P-06", language))
        .contains(share, house, basis, "二(三)6", "reserved-opens-days-before");
    assertThat(page("/policy/taicang?show=silent", language)).doesNotContain("二(三)6");
    assertThat(page("/policy/taicang/P-06", language)).contains(share);
    assertThat(page("/policy/ninghe?q=top-body-office", language)).contains("区卫健委");
    assertThat(page("/policy/wafangdian/P-19", language)).contains("四(一)3");
    assertThat(page("/policy/ninghe?q=nothing-like-this", language)).contains("class=\"empty\"");
  }

  @Test
  void unknownAreasAndParametersAreNotFound() {
    for (var path : List.of("/policy/atlantis", "/policy/ninghe/P-99", "/policy/Nowhere!")) {
      assertThat(get(path, "en")).hasStatus(404);
    }
    assertThat(get("/policy", "en")).hasStatus3xxRedirection().hasRedirectedUrl("/policy/ninghe");
  }

  @Test
  void machinesGetTheSame() {
    assertThat(get("/api/policy/packs/taicang/parameters", "en"))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$[?(@.number == 'P-06')].clause")
        .asArray()
        .containsExactly("二(三)6");
  }

  @ParameterizedTest
  @CsvSource({"P-06, P-06", "ylcw, P-07", "yuliuchuangwei, P-07", "slot-hold-minutes, H-capacity"})
  void theSearchBoxFindsParameters(String text, String number) {
    var by = TestStaff.with("village-doctor", "ninghe-yuelong-v01");
    var words = new Words(messages, Locale.ENGLISH);
    var source =
        sources.stream().filter(it -> it.label().equals("policy.search")).findFirst().orElseThrow();

    assertThat(source.search(text, by, words, 8))
        .extracting(SearchSource.Hit::path)
        .containsExactly("/policy/ninghe/" + number);
    assertThat(source.search("zzzz", by, words, 8)).isEmpty();
  }

  private String page(String path, String language) {
    var answer = get(path, language);
    assertThat(answer).as(path).hasStatusOk();
    return new String(
        answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
  }

  private org.springframework.test.web.servlet.assertj.MvcTestResult get(
      String path, String language) {
    return http.get()
        .uri(path)
        .header("Accept-Language", language)
        .with(TestStaff.signedIn(TestStaff.with("village-doctor", "ninghe-yuelong-v01")))
        .exchange();
  }

  private PackReader reader() {
    return new PackReader(sections.orderedStream().toList());
  }
}
