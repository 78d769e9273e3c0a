package org.heyi.steering.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.heyi.HeyiTest;
import org.heyi.Satisfies;
import org.heyi.TestBrowser;
import org.heyi.TestResidents;
import org.heyi.TestStaff;
import org.heyi.platform.access.Reach;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.heyi.platform.shell.SearchSource;
import org.heyi.platform.shell.Words;
import org.heyi.platform.work.OpenWork;
import org.heyi.platform.work.Work;
import org.heyi.platform.work.WorkItem;
import org.heyi.platform.work.WorkOwner;
import org.heyi.steering.directory.jurisdiction.Jurisdictions;
import org.heyi.steering.directory.jurisdiction.PlaceId;
import org.heyi.steering.directory.jurisdiction.PlaceNumbers;
import org.heyi.steering.directory.jurisdiction.PlaceView;
import org.heyi.steering.directory.jurisdiction.RollUp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// One installation with three counties of one city (GOV-32): each county sees its own, the city
/// all, a stranger none; and numbers that add up from the village to the city.
@HeyiTest
class JurisdictionTests {

  private static final PlaceId CITY = PlaceId.of("city.nanyang");
  private static final List<String> COUNTIES = List.of("nanyang-jia", "nanyang-yi", "nanyang-bing");

  @Autowired Jurisdictions jurisdictions;
  @Autowired Institutions institutions;
  @Autowired Reach reach;
  @Autowired Work work;
  @Autowired Clock clock;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvcTester http;
  @Autowired List<SearchSource> sources;
  @Autowired MessageSource messages;

  private static Staff city() {
    return TestStaff.with("city-officer", "nanyang-jia-shi-weijianwei");
  }

  private static Staff county(String area) {
    return TestStaff.with("commission-officer", area + "-weijianwei");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nanyang-jia", "nanyang-yi", "nanyang-bing"})
  @Satisfies("GOV-32")
  void aCountySeesItselfAndNeitherItsNeighboursNorTheCity(String area) {
    var officer = county(area);
    var own = jurisdictions.roots(officer);

    assertThat(own).extracting(it -> it.place().id().value()).containsExactly(area);
    assertThat(own.getFirst().above()).isEmpty();
    var others = new ArrayList<>(COUNTIES);
    others.remove(area);
    others.add("ninghe");
    others.add(CITY.value());
    jurisdictions
        .rollUp(PlaceId.of(others.getFirst()), county(others.getFirst()))
        .branches()
        .forEach(it -> others.add(it.place().id().value()));
    for (var other : others) {
      assertThatThrownBy(() -> jurisdictions.rollUp(PlaceId.of(other), officer))
          .hasMessageContaining("directory.no-such-place");
      assertThat(status("/jurisdictions/" + other, officer)).isEqualTo(404);
      assertThat(status("/api/directory/jurisdictions/" + other, officer)).isEqualTo(404);
    }
    assertThat(text("/api/directory/jurisdictions", officer))
        .contains("\"id\":\"" + area + "\"")
        .doesNotContain(others.get(0), others.get(1), "\"id\":\"" + CITY);
  }

  @Test
  @Satisfies("GOV-32")
  void theCitySeesAllOfItsCountiesAndNoOther() {
    var found = jurisdictions.rollUp(CITY, city());

    assertThat(found.branches())
        .extracting(it -> it.place().id().value())
        .containsExactlyInAnyOrderElementsOf(COUNTIES);
    assertThat(found.total().institutions())
        .isEqualTo(COUNTIES.stream().mapToLong(it -> total(it, county(it)).institutions()).sum());
    assertThat(found.total().kinds()).containsEntry("village_clinic", 36L);
    for (var area : COUNTIES) {
      assertThat(text("/jurisdictions/" + CITY, city())).contains("/jurisdictions/" + area + "\"");
      assertThat(jurisdictions.rollUp(PlaceId.of(area), city()).above())
          .extracting(PlaceView::id)
          .containsExactly(CITY);
    }
    assertThat(text("/api/directory/jurisdictions", city())).contains(COUNTIES).contains("南阳市");
    for (var stranger : List.of("ninghe", "linyi")) {
      assertThat(status("/jurisdictions/" + stranger, city())).isEqualTo(404);
    }
  }

  @Test
  @Satisfies("GOV-32")
  void aStrangerSeesNone() {
    for (var stranger :
        List.of(
            TestStaff.with("village-doctor", "nanyang-jia-xiang1-v01"),
            TestStaff.with("institution-head", "nanyang-jia-renmin"))) {
      assertThat(status("/jurisdictions", stranger)).isEqualTo(403);
      assertThat(status("/api/directory/jurisdictions", stranger)).isEqualTo(403);
      for (var place : List.of("nanyang-jia", CITY.value())) {
        assertThat(status("/jurisdictions/" + place, stranger)).isEqualTo(404);
        assertThat(status("/api/directory/jurisdictions/" + place, stranger)).isEqualTo(404);
      }
      assertThat(found("甲县", stranger)).isEmpty();
    }
    var elsewhere = TestStaff.with("commission-officer", "taicang-weijianwei");
    assertThat(status("/jurisdictions/nanyang-jia", elsewhere)).isEqualTo(404);
    assertThat(found("甲县", elsewhere)).isEmpty();
  }

  /// The role alone is not enough: a hospital of the county is no authority of the city.
  @Test
  void aCityRoleReachesNothingFromAnInstitutionBelowTheCity() {
    var misplaced = TestStaff.with("city-officer", "nanyang-jia-renmin");

    assertThat(jurisdictions.roots(misplaced)).isEmpty();
    assertThat(text("/jurisdictions", misplaced)).contains("class=\"empty\"");
    assertThat(within(misplaced)).containsExactly("nanyang-jia-renmin");
    assertThat(
            reach.covers(misplaced, DirectoryDuty.OVERSEE, InstitutionId.of("nanyang-jia-xiang1")))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "nanyang-jia-renmin, true",
    "nanyang-bing-xiang4-v03, true",
    "ninghe-yiyuan, false",
  })
  @Satisfies("GOV-32")
  void theCitysDutiesReachAllInstitutionsOfItsCounties(String institution, boolean reached) {
    var where = InstitutionId.of(institution);

    assertThat(reach.covers(city(), DirectoryDuty.OVERSEE, where)).isEqualTo(reached);
    assertThat(within(city()).contains(institution)).isEqualTo(reached);
    assertThat(reach.areas(city(), DirectoryDuty.OVERSEE))
        .containsExactlyInAnyOrderElementsOf(COUNTIES.stream().map(AreaId::of).toList());
    assertThat(reach.covers(county("nanyang-yi"), DirectoryDuty.OVERSEE, where)).isFalse();
  }

  /// Lists of other rooms follow the same reach: here what is overdue.
  @Test
  @Satisfies("GOV-32")
  void theCitySeesWhatIsOverdueInAllItsCountiesAndACountyItsOwn() {
    var sender = TestStaff.with("village-doctor", "nanyang-jia-xiang1-v01");
    var late = late("nanyang-jia-renmin", sender);
    var before = work.supervised(county("nanyang-yi")).overdue();

    assertThat(overdue(city())).contains(late);
    assertThat(overdue(county("nanyang-jia"))).contains(late);
    assertThat(overdue(county("nanyang-yi"))).doesNotContain(late);
    assertThat(overdue(TestStaff.with("commission-officer", "ninghe-weijianwei")))
        .doesNotContain(late);
    assertThat(work.supervised(city()).overdue()).isPositive();
    var second = late("nanyang-jia-renmin", sender);
    assertThat(work.supervised(county("nanyang-yi")).overdue()).isEqualTo(before);
    for (var subject : List.of(late, second)) {
      work.close(subject, "referral.review", sender);
    }
  }

  @Test
  @Satisfies("GOV-32")
  void theSearchBoxFindsPlacesWithinReach() {
    assertThat(found("示例", city()))
        .contains("/jurisdictions/nanyang-jia", "/jurisdictions/nanyang-bing");
    assertThat(found("示例", county("nanyang-yi")))
        .startsWith("/jurisdictions/nanyang-yi")
        .doesNotContain("/jurisdictions/nanyang-jia", "/jurisdictions/nanyang-bing");
    assertThat(found("南阳", city())).contains("/jurisdictions/" + CITY);
    assertThat(found("南阳", county("nanyang-yi"))).isEmpty();
  }

  /// At every place the numbers are those of the places below and of what lies in none of them; and
  /// the area's are those of the directory itself.
  @ParameterizedTest
  @ValueSource(strings = {"ninghe", "wafangdian", "taicang", "linyi", "nanyang-yi"})
  @Satisfies("GOV-32")
  void theSumOfThePartsIsTheWhole(String area) {
    var office =
        institutions.all(AreaId.of(area)).stream()
            .filter(it -> it.kind().equals("government_department"))
            .filter(it -> !institutions.facts(it.id()).aboveArea())
            .findFirst()
            .orElseThrow();
    var officer = TestStaff.with("commission-officer", office.id().value());
    var levels = new ArrayList<String>();

    var places = addsUp(PlaceId.of(area), officer, levels);

    var lying =
        institutions.all(AreaId.of(area)).stream()
            .filter(it -> !it.kind().startsWith("external_"))
            .filter(it -> !institutions.facts(it.id()).aboveArea())
            .count();
    assertThat(total(area, officer).institutions()).isEqualTo(lying);
    assertThat(levels).contains("village");
    System.out.printf("jurisdictions of %s: %d places add up%n", area, places);
  }

  private int addsUp(PlaceId place, Staff by, List<String> levels) {
    var found = jurisdictions.rollUp(place, by);
    levels.add(found.place().level());
    var kinds = found.total().kinds().values().stream().mapToLong(it -> it).sum();
    assertThat(kinds).isEqualTo(found.total().institutions());
    assertThat(found.here()).hasSize((int) found.direct().institutions());
    assertThat(sum(found, -1)).isEqualTo(found.total().institutions());
    for (int i = 0; i < found.labels().size(); i++) {
      assertThat(sum(found, i)).isEqualTo(found.total().figures().get(i));
    }
    int places = 1;
    for (var branch : found.branches()) {
      assertThat(jurisdictions.rollUp(branch.place().id(), by).total()).isEqualTo(branch.numbers());
      places += addsUp(branch.place().id(), by, levels);
    }
    return places;
  }

  private static long sum(RollUp found, int figure) {
    return number(found.direct(), figure)
        + found.branches().stream().mapToLong(it -> number(it.numbers(), figure)).sum();
  }

  private static long number(PlaceNumbers numbers, int figure) {
    return figure < 0 ? numbers.institutions() : numbers.figures().get(figure);
  }

  /// A permanent resident of a village counts there and in everything above, and nowhere else.
  @Test
  @Satisfies({"GOV-32", "EHR-12"})
  void aResidentCountsFromTheVillageUpToTheCity() {
    var doctor = TestStaff.with("village-doctor", "nanyang-bing-xiang2-v02");
    var others = residents(jurisdictions.rollUp(PlaceId.of("nanyang-jia"), city()));
    var before = residents(jurisdictions.rollUp(CITY, city()));
    var path = List.of("nanyang-bing", "第二乡", "第二乡卫生院（合成）第2村");

    TestResidents.register(doctor);

    assertThat(residents(jurisdictions.rollUp(CITY, city()))).isEqualTo(before + 1);
    assertThat(residents(jurisdictions.rollUp(PlaceId.of("nanyang-jia"), city())))
        .isEqualTo(others);
    var village = down(path);
    assertThat(village.place().level()).isEqualTo("village");
    assertThat(village.place().generated()).isTrue();
    assertThat(residents(village)).isPositive();
    assertThat(village.here()).extracting(it -> it.id()).containsExactly(doctor.institution());
    assertThat(village.above())
        .extracting(PlaceView::level)
        .containsExactly("city", "county", "town");
    assertThat(text("/jurisdictions/" + village.place().id(), city()))
        .contains("示例名称", doctor.institution().value());
  }

  private RollUp down(List<String> path) {
    var at = jurisdictions.rollUp(PlaceId.of(path.getFirst()), city());
    for (var name : path.subList(1, path.size())) {
      var next =
          at.branches().stream()
              .filter(it -> it.place().name().endsWith(name))
              .findFirst()
              .orElseThrow();
      at = jurisdictions.rollUp(next.place().id(), city());
    }
    return at;
  }

  private static long residents(RollUp found) {
    var codes = found.labels().stream().map(RollUp.Label::code).toList();
    return found.total().figures().get(codes.indexOf("permanent-residents"));
  }

  private PlaceNumbers total(String area, Staff by) {
    return jurisdictions.rollUp(PlaceId.of(area), by).total();
  }

  private Subject late(String institution, Staff by) {
    var subject = Subject.of("referral", UUID.randomUUID());
    var now = clock.instant();
    work.open(
        new OpenWork(
            subject,
            "referral.review",
            "心内科",
            "/referrals/" + subject.id(),
            WorkOwner.of(InstitutionId.of(institution), "referral.review"),
            1,
            now.minus(Duration.ofHours(3)),
            now.minus(Duration.ofHours(2))),
        by);
    return subject;
  }

  private List<Subject> overdue(Staff by) {
    return work.overdue(new PageQuery(1, 200, "due", true), by).rows().stream()
        .map(WorkItem::subject)
        .toList();
  }

  private List<String> within(Staff viewer) {
    return jdbc.sql(
            "select institution from access.card_within where viewer = :viewer and scope = 'CITY'")
        .param("viewer", viewer.institution().value())
        .query((row, _) -> row.getString(1))
        .list();
  }

  private List<String> found(String text, Staff by) {
    return sources.stream()
        .filter(it -> it.label().equals("directory.jurisdictions"))
        .flatMap(it -> it.search(text, by, new Words(messages, Locale.ENGLISH), 8).stream())
        .map(SearchSource.Hit::path)
        .toList();
  }

  private int status(String path, Staff by) {
    return http.get().uri(path).with(TestStaff.signedIn(by)).exchange().getResponse().getStatus();
  }

  private String text(String path, Staff by) {
    var answer =
        http.get()
            .uri(path)
            .header("Accept-Language", "zh-CN")
            .with(TestStaff.signedIn(by))
            .exchange();
    assertThat(answer).hasStatusOk();
    return TestBrowser.text(answer);
  }
}
