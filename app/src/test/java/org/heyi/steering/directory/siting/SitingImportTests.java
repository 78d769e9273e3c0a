package org.heyi.steering.directory.siting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.heyi.HeyiTest;
import org.heyi.Satisfies;
import org.heyi.TestStaff;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.sheet.ImportMode;
import org.heyi.platform.sheet.ImportTrials;
import org.heyi.platform.sheet.RunView.Counts;
import org.heyi.platform.sheet.SeededSheet;
import org.heyi.platform.sheet.read.SheetProblem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Sites and settlements from a sheet, in an area that no other test plans.
@HeyiTest
class SitingImportTests {

  private static final AreaId AREA = AreaId.of("taicang");
  private static final String SITES = "clinic-sites";
  private static final String SETTLEMENTS = "settlements";
  private static final AtomicInteger COUNT = new AtomicInteger();

  @Autowired ImportTrials trials;
  @Autowired Sitings sitings;
  @Autowired SitingDrafts drafts;
  @Autowired JdbcClient jdbc;

  Staff officer;

  @BeforeEach
  void anAreaWithoutAPlan() {
    officer = TestStaff.with("commission-officer", "taicang-weijianwei");
    jdbc.sql("delete from directory.siting_plan where area = :area")
        .param("area", AREA.value())
        .update();
  }

  private static Map<String, Object> site() {
    int count = COUNT.incrementAndGet();
    var row = new LinkedHashMap<String, Object>();
    row.put("code", "D" + count);
    row.put("name", "第" + count + "卫生室");
    row.put("town", "镇" + count % 7);
    row.put("village", "村" + count);
    row.put("state", count % 3 == 0 ? "规划中" : "已开办");
    row.put("since", "2019-05-0" + (1 + count % 9));
    row.put("note", "租用");
    return row;
  }

  private static Map<String, Object> settlement(String site) {
    int count = COUNT.incrementAndGet();
    var row = new LinkedHashMap<String, Object>();
    row.put("code", "J" + count);
    row.put("name", "庄" + count);
    row.put("town", "镇" + count % 7);
    row.put("kind", "自然村");
    row.put("population", "320");
    row.put("site", site);
    return row;
  }

  private static SeededSheet sites(int rows) {
    var sheet = new SeededSheet();
    for (int i = 0; i < rows; i++) {
      sheet.add(site());
    }
    int next = 3;
    for (var column : new String[] {"code", "name", "town", "state", "since"}) {
      sheet.sow(next++, column, "", SheetProblem.REQUIRED);
    }
    sheet.sow(next++, "code", "D 1", SitingProblem.WRONG_CODE);
    sheet.sow(next++, "code", "D".repeat(21), SheetProblem.TOO_LONG);
    sheet.sow(next++, "state", "开着", SheetProblem.NOT_IN_LIST);
    sheet.sow(next++, "since", "去年", SheetProblem.NOT_A_DATE);
    sheet.sow(next++, "centre", "没有的卫生院", SheetProblem.NOT_IN_LIST);
    sheet.sow(next++, "institution", "没有的村卫生室", SheetProblem.NOT_IN_LIST);
    sheet.row(next).put("state", "已开办");
    sheet.sow(next++, "successor", sheet.text(2, "code"), SitingProblem.NO_SUCCESSOR_FOR_IT);
    sheet.row(next).put("state", "已撤销");
    sheet.sow(next++, "successor", "D-NO", SitingProblem.NO_SUCH_SITE);
    sheet.sow(next, "name", sheet.text(2, "name"), SheetProblem.DOUBLE_ROW);
    return sheet;
  }

  private SeededSheet settlements(int rows, String site) {
    var sheet = new SeededSheet();
    for (int i = 0; i < rows; i++) {
      sheet.add(settlement(site));
    }
    int next = 3;
    for (var column : new String[] {"code", "name", "town", "kind"}) {
      sheet.sow(next++, column, "", SheetProblem.REQUIRED);
    }
    sheet.sow(next++, "population", "很多", SheetProblem.NOT_A_NUMBER);
    sheet.sow(next++, "kind", "城市", SheetProblem.NOT_IN_LIST);
    sheet.sow(next++, "site", "D-NO", SitingProblem.NO_SUCH_SITE);
    sheet.sow(next, "served", "飞机", SheetProblem.NOT_IN_LIST);
    return sheet;
  }

  @Test
  @Satisfies("GOV-10")
  void sitesGoAllTheWayAndTheSameFileAgainChangesNothing() {
    var sheet = sites(400);

    trials.goesAllTheWay(SITES, sheet, officer);

    assertThat(sitings.plan(AREA, 1, officer).sites()).hasSize(400);
  }

  @Test
  @Satisfies("GOV-10")
  void settlementsGoAllTheWay() {
    var row = site();
    row.put("state", "已开办");
    write(SITES, row, new Counts(1, 0, 0, 0));

    trials.goesAllTheWay(SETTLEMENTS, settlements(400, SeededSheet.text(row, "code")), officer);

    var plan = sitings.plan(AREA, 1, officer);
    assertThat(plan.settlements()).hasSize(400);
    assertThat(plan.uncovered()).isEmpty();
  }

  @Test
  void everyErrorOfALongListIsPinpointedAndNoneInvented() {
    var trial = trials.check(SITES, sites(3000), officer);

    assertThat(trial.missed()).isEmpty();
    assertThat(trial.invented()).isEmpty();
  }

  /// A row that says another state takes the step, with everything that goes with it.
  @Test
  @Satisfies("GOV-10")
  void aSiteFollowsTheSheetByItsSteps() {
    var old = site();
    old.put("state", "已开办");
    var stays = site();
    stays.put("state", "已开办");
    write(SITES, old, new Counts(1, 0, 0, 0));
    write(SITES, stays, new Counts(1, 0, 0, 0));
    write(SETTLEMENTS, settlement(SeededSheet.text(old, "code")), new Counts(1, 0, 0, 0));

    old.put("state", "规划中");
    refused(SITES, old, SitingProblem.NO_SUCH_STEP);
    old.put("state", "已合并");
    old.put("since", "2026-01-01");
    refused(SITES, old, SitingProblem.NO_SUCCESSOR);
    old.put("successor", SeededSheet.text(stays, "code"));
    write(SITES, old, new Counts(0, 1, 0, 0));
    write(SITES, old, new Counts(0, 0, 1, 0));

    var plan = sitings.plan(AREA, 1, officer);
    assertThat(plan.settlements())
        .extracting(Settlement::site)
        .containsExactly(SeededSheet.text(stays, "code"));
    assertThat(sitings.history(AREA, 1, SeededSheet.text(old, "code"), officer))
        .extracting(SiteEvent::to)
        .containsExactly(SiteState.OPEN, SiteState.MERGED);
  }

  /// Whoever takes over stands further up in the file, or in the plan.
  @Test
  void aSuccessorMayComeWithTheSameFile() {
    var stays = site();
    stays.put("state", "已开办");
    var merged = site();
    merged.put("state", "已合并");
    merged.put("successor", SeededSheet.text(stays, "code"));
    var sheet = new SeededSheet();
    sheet.add(merged);
    sheet.add(stays);
    assertThat(trials.faults(trials.check(SITES, sheet, officer).run()))
        .containsExactly("row 000002 successor siting.no-such-site");

    var other = new SeededSheet();
    other.add(stays);
    other.add(merged);
    var trial = trials.check(SITES, other, officer);
    assertThat(trial.counts()).isEqualTo(new Counts(2, 0, 0, 0));
    trials.apply(SITES, trial.run(), ImportMode.ALL, officer);
    trials.changesNothing(SITES, other, 0, officer);
  }

  @Test
  void theFirstRowThatChangesSomethingBeginsADraft() {
    var row = site();
    row.put("state", "已开办");
    write(SITES, row, new Counts(1, 0, 0, 0));
    var village = settlement(SeededSheet.text(row, "code"));
    write(SETTLEMENTS, village, new Counts(1, 0, 0, 0));
    drafts.adopt(AREA, 1, new AdoptPlan("通知", "", LocalDate.of(2026, 1, 1)), officer);

    write(SITES, row, new Counts(0, 0, 1, 0));
    assertThat(sitings.versions(AREA, officer)).hasSize(1);
    row.put("note", "自建");
    write(SITES, row, new Counts(0, 1, 0, 0));

    assertThat(sitings.versions(AREA, officer))
        .extracting(PlanVersion::number)
        .containsExactly(2, 1);
    assertThat(sitings.difference(AREA, 1, 2, officer).sites()).hasSize(1);
  }

  private void write(String kind, Map<String, Object> row, Counts expected) {
    var sheet = new SeededSheet();
    sheet.add(row);
    var trial = trials.check(kind, sheet, officer);
    assertThat(trial.counts()).isEqualTo(expected);
    if (expected.writing() > 0) {
      trials.apply(kind, trial.run(), ImportMode.ALL, officer);
      assertThat(trials.done(kind, trial.run(), officer)).isEqualTo(expected);
    }
  }

  private void refused(String kind, Map<String, Object> row, SitingProblem problem) {
    var sheet = new SeededSheet();
    sheet.add(row);
    var trial = trials.check(kind, sheet, officer);
    assertThat(trials.faults(trial.run())).anyMatch(it -> it.endsWith(problem.code()));
  }
}
