package org.heyi.steering.directory.siting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heyi.steering.directory.siting.SiteState.CLOSED;
import static org.heyi.steering.directory.siting.SiteState.MERGED;
import static org.heyi.steering.directory.siting.SiteState.OPEN;
import static org.heyi.steering.directory.siting.SiteState.PLANNED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.heyi.Satisfies;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which steps a site may take, and who is covered by what a plan says. Without an application.
class SitingPlanTests {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final InstitutionId CENTRE = InstitutionId.of("siting-centre");
  private static final InstitutionId CLINIC = InstitutionId.of("siting-clinic");
  private static final SitingRules RULES = new SitingRules(Set.of(CENTRE), Set.of(CLINIC));

  private static SitingPlan plan(List<Site> sites, List<Settlement> settlements) {
    var version =
        new PlanVersion(
            SitingId.next(),
            AreaId.of("siting"),
            1,
            PlanVersion.State.DRAFT,
            "",
            "",
            null,
            null,
            Instant.EPOCH,
            "",
            null,
            "");
    return new SitingPlan(version, sites, settlements);
  }

  private static Site site(String code, SiteState state, @Nullable String successor) {
    return new Site(code, "点位" + code, "甲镇", "", null, null, state, DAY, successor, "", 1);
  }

  private static Settlement settlement(String code, ServedBy by, @Nullable String site) {
    return new Settlement(
        code, "村" + code, "甲镇", Settlement.Kind.NATURAL_VILLAGE, 100, CENTRE, by, site);
  }

  private static final Map<SiteState, Set<SiteState>> STEPS =
      Map.of(
          PLANNED, EnumSet.of(OPEN, CLOSED),
          OPEN, EnumSet.of(MERGED, CLOSED),
          MERGED, Set.of(),
          CLOSED, Set.of());

  @Test
  @Satisfies("GOV-10")
  void aSiteTakesTheseStepsAndNoOthers() {
    int steps = 0;
    for (var from : SiteState.values()) {
      for (var to : SiteState.values()) {
        var successor = to == MERGED ? "S2" : null;
        var there = site("S1", from, from == MERGED ? "S2" : null);
        var plan = plan(List.of(there, site("S2", OPEN, null)), List.of());
        var faults =
            RULES.check(
                new MoveSite("S1", from, to, DAY, successor, null, ""), there, plan.surroundings());

        assertThat(faults.isEmpty())
            .as(from + " to " + to)
            .isEqualTo(STEPS.getOrDefault(from, Set.of()).contains(to));
        steps += faults.isEmpty() ? 1 : 0;
      }
    }
    System.out.printf("site states: %d steps of %d allowed%n", steps, 16);
    assertThat(steps).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({
    "OPEN, MERGED, , , 0, NO_SUCCESSOR",
    "OPEN, MERGED, S1, , 0, NO_SUCH_SITE",
    "OPEN, MERGED, S9, , 0, NO_SUCH_SITE",
    "OPEN, MERGED, S3, , 0, SITE_GONE",
    "OPEN, CLOSED, S3, , 0, SITE_GONE",
    "OPEN, CLOSED, , , -1, BEFORE_THE_LAST",
    "PLANNED, OPEN, S2, , 0, NO_SUCCESSOR_FOR_IT",
    "PLANNED, OPEN, , siting-centre, 0, NO_SUCH_CLINIC",
    "PLANNED, OPEN, , elsewhere-clinic, 0, NO_SUCH_CLINIC",
    "CLOSED, OPEN, , , 0, NO_SUCH_STEP",
  })
  void whatAStepMissesIsSaid(
      SiteState from,
      SiteState to,
      @Nullable String successor,
      @Nullable String clinic,
      int days,
      SitingProblem problem) {
    var there = site("S1", from, null);
    var plan = plan(List.of(there, site("S2", OPEN, null), site("S3", CLOSED, null)), List.of());
    var step =
        new MoveSite(
            "S1",
            from,
            to,
            DAY.plusDays(days),
            successor,
            clinic == null ? null : InstitutionId.of(clinic),
            "");

    assertThat(RULES.check(step, there, plan.surroundings()))
        .extracting(SitingFault::problem)
        .contains(problem);
  }

  @Test
  @Satisfies("GOV-10")
  void whoIsNotCoveredIsListedByWhyTheWorstFirst() {
    var plan =
        plan(
            List.of(
                site("S1", OPEN, null),
                site("S2", PLANNED, null),
                site("S3", MERGED, "S1"),
                site("S4", CLOSED, null)),
            List.of(
                settlement("1", ServedBy.SITE, "S1"),
                settlement("2", ServedBy.SITE, "S2"),
                settlement("3", ServedBy.SITE, "S3"),
                settlement("4", ServedBy.SITE, "S4"),
                settlement("5", ServedBy.CENTRE, null),
                settlement("6", ServedBy.VISIT, null),
                settlement("7", ServedBy.NOBODY, null)));

    assertThat(plan.uncovered()).extracting(Settlement::code).containsExactly("7", "4", "3", "2");
    assertThat(plan.uncovered())
        .extracting(plan::coverage)
        .containsExactly(
            Coverage.NOBODY, Coverage.SITE_CLOSED, Coverage.SITE_MERGED, Coverage.NOT_YET_OPEN);
    var total = plan.total();
    assertThat(total.covered()).isEqualTo(3);
    assertThat(total.share()).isEqualTo(42.8);
    assertThat(total.coveredPopulation()).isEqualTo(300);
  }

  /// Whatever is planned, the numbers of the townships are those of the plan.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  @Satisfies("GOV-10")
  void theNumbersOfTheTownshipsAddUp(long seed) {
    var random = new SplittableRandom(seed);
    var sites = new ArrayList<Site>();
    for (int i = 0; i < 40; i++) {
      var state = SiteState.values()[random.nextInt(4)];
      sites.add(
          new Site(
              "S" + i, "点位" + i, "镇" + random.nextInt(6), "", null, null, state, DAY, null, "", 1));
    }
    var settlements = new ArrayList<Settlement>();
    for (int i = 0; i < 200; i++) {
      var by = ServedBy.values()[random.nextInt(4)];
      settlements.add(
          new Settlement(
              "N" + i,
              "村" + i,
              "镇" + random.nextInt(7),
              Settlement.Kind.COMMUNITY,
              random.nextInt(5) == 0 ? null : random.nextInt(2000),
              null,
              by,
              by == ServedBy.SITE ? "S" + random.nextInt(40) : null));
    }
    var plan = plan(sites, settlements);
    var towns = plan.towns().values();
    var total = plan.total();

    assertThat(towns.stream().mapToInt(Tally::settlements).sum()).isEqualTo(200);
    assertThat(towns.stream().mapToInt(Tally::covered).sum()).isEqualTo(total.covered());
    assertThat(towns.stream().mapToLong(Tally::population).sum()).isEqualTo(total.population());
    assertThat(towns.stream().mapToLong(Tally::coveredPopulation).sum())
        .isEqualTo(total.coveredPopulation());
    assertThat(towns.stream().mapToInt(Tally::uncounted).sum()).isEqualTo(total.uncounted());
    for (var state : SiteState.values()) {
      assertThat(towns.stream().mapToInt(it -> it.sites(state)).sum())
          .isEqualTo(total.sites(state));
    }
    assertThat(plan.uncovered()).as("seed " + seed).hasSize(total.uncovered());
  }

  /// 199 of 200 are not "100 %".
  @Test
  void nearlyAllIsNotAll() {
    var settlements = new ArrayList<Settlement>();
    for (int i = 0; i < 3000; i++) {
      settlements.add(
          settlement(String.valueOf(i), i == 0 ? ServedBy.NOBODY : ServedBy.CENTRE, null));
    }

    assertThat(plan(List.of(), settlements).total().share()).isEqualTo(99.9);
  }
}
