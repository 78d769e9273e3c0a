package org.heyi.person.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Collectors;
import org.heyi.HeyiTest;
import org.heyi.Satisfies;
import org.heyi.TestBrowser;
import org.heyi.TestResidents;
import org.heyi.TestStaff;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.heyi.steering.directory.jurisdiction.Jurisdictions;
import org.heyi.steering.directory.jurisdiction.PlaceId;
import org.heyi.steering.directory.jurisdiction.RollUp;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Every permanent resident of an area with grids is in exactly one; whoever is not is listed with
/// the reason.
@HeyiTest
class ResidentCoverageTests {

  /// A clinic of the area that no centre manages; closed long ago, so that no other test counts it.
  private static final String ORPHAN = "taicang-coverage-clinic";

  @Autowired ResidentCoverage coverage;
  @Autowired ResidentTies ties;
  @Autowired Jurisdictions jurisdictions;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvcTester http;

  @Test
  @Satisfies({"GOV-06", "EHR-12"})
  void eachReasonIsCountedAndListed() {
    orphanedClinic();
    var lone = TestStaff.with("village-doctor", ORPHAN);
    var outside = TestStaff.with("village-doctor", "taicang-coverage-outside");
    var inside = TestStaff.with("village-doctor", "taicang-huangjing");
    var managed = TestResidents.register(inside);
    var ended = TestResidents.register(inside);
    var later = TestResidents.register(inside);
    grid(ended, "taicang-no-such-grid");
    grid(later, "");
    var unmanaged = TestResidents.register(lone);
    var elsewhere = TestResidents.register(outside);
    var untied = untied(outside);
    var visitor =
        TestResidents.register(
            ResidentTiesTests.residing(TestResidents.somebody(outside), "not-permanent"), outside);

    assertThat(reasons(inside))
        .containsEntry(ended, "grid-ended")
        .containsEntry(later, "grid-later")
        .doesNotContainKeys(managed, unmanaged, elsewhere, untied);
    assertThat(reasons(lone)).isEqualTo(Map.of(unmanaged, "no-manager"));
    assertThat(reasons(outside))
        .isEqualTo(Map.of(elsewhere, "in-no-grid", untied, "no-institution"));
    assertThat(reasons(outside)).doesNotContainKey(visitor);
    var summary = coverage.summary(outside);
    assertThat(summary.permanent()).isEqualTo(2);
    assertThat(summary.mapped()).isZero();
    assertThat(summary.missing()).isEqualTo(Map.of("in-no-grid", 1L, "no-institution", 1L));
    assertThat(coverage.summary(inside).mapped()).isPositive();
    assertThat(page("/residents/coverage?reason=no-institution", outside))
        .contains("/residents/" + untied, "没有首诊机构")
        .doesNotContain("/residents/" + elsewhere);
  }

  /// Tying them puts them into the grid of their institution, and they are gone from the list.
  @Test
  @Satisfies("GOV-06")
  void whoeverGetsAnInstitutionOfAGridIsCovered() {
    var inside = TestStaff.with("village-doctor", "taicang-huangjing");
    var untied = untied(inside);
    assertThat(reasons(inside)).containsEntry(untied, "no-institution");
    var before = coverage.summary(inside);

    ties.tie(untied, inside.institution(), inside);

    assertThat(reasons(inside)).doesNotContainKey(untied);
    assertThat(coverage.summary(inside).mapped()).isEqualTo(before.mapped() + 1);
  }

  /// An area without grids has nobody to be mapped, and who may not see residents is told nothing.
  @Test
  void onlyWhereThereAreGridsAndOnlyForWhoSeesResidents() {
    var ninghe = TestStaff.with("village-doctor", "ninghe-coverage-clinic");
    TestResidents.register(ninghe);
    assertThat(coverage.summary(ninghe).permanent()).isZero();
    assertThat(page("/residents/coverage", ninghe)).contains("class=\"empty\"");
    var officer = TestStaff.with("commission-officer", "taicang-weijianwei");
    assertThatThrownBy(() -> coverage.summary(officer))
        .hasMessageContaining("resident.not-yours-to-do");
  }

  /// The commission sees how many, by place.
  @Test
  @Satisfies("GOV-06")
  void theCommissionSeesTheNumberByPlace() {
    var officer = TestStaff.with("commission-officer", "taicang-weijianwei");
    var before = unmapped(officer);

    untied(TestStaff.with("village-doctor", "taicang-huangjing"));

    assertThat(unmapped(officer)).isEqualTo(before + 1);
  }

  private long unmapped(Staff officer) {
    var found = jurisdictions.rollUp(PlaceId.of("taicang"), officer);
    var codes = found.labels().stream().map(RollUp.Label::code).toList();
    return found.total().figures().get(codes.indexOf("residents-in-no-grid"));
  }

  private static ResidentId untied(Staff by) {
    return TestResidents.register(ResidentsModuleTests.at(TestResidents.somebody(by), null), by);
  }

  private Map<ResidentId, String> reasons(Staff by) {
    return coverage.missing("", new PageQuery(1, 200, "", false), by).rows().stream()
        .collect(Collectors.toMap(it -> it.resident().id(), ResidentCoverage.Row::reason));
  }

  private void grid(ResidentId resident, String grid) {
    jdbc.sql("update resident.tie set grid = :grid where resident = :resident")
        .param("grid", grid)
        .param("resident", resident.value())
        .update();
  }

  private void orphanedClinic() {
    jdbc.sql(
            """
            insert into directory.institution (id, area, position, kind, since, until, clause, house)
            values (:id, 'taicang', 0, 'village_clinic', '2020-01-01', '2020-01-02', '', true)
            on conflict do nothing
            """)
        .param("id", ORPHAN)
        .update();
  }

  private String page(String path, Staff by) {
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
