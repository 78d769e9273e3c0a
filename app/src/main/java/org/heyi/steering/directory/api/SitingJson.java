package org.heyi.steering.directory.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.steering.directory.siting.Coverage;
import org.heyi.steering.directory.siting.PlanVersion;
import org.heyi.steering.directory.siting.SiteState;
import org.heyi.steering.directory.siting.SitingPlan;
import org.heyi.steering.directory.siting.Tally;
import org.jspecify.annotations.Nullable;

/// A siting plan as JSON: the numbers of `towns` add up to `total`; `settlements` that nobody
/// serves come first.
record SitingJson(
    Version version,
    Numbers total,
    List<Town> towns,
    List<Site> sites,
    List<Settlement> settlements) {

  record Version(
      int number, String title, String document, LocalDate since, @Nullable LocalDate until) {

    private static Version of(PlanVersion it) {
      return new Version(
          it.number(), it.title(), it.document(), Objects.requireNonNull(it.since()), it.until());
    }
  }

  /// @param people of the settlements where they were counted
  /// @param uncounted settlements where they were not
  record Numbers(
      int planned,
      int open,
      int merged,
      int closed,
      int settlements,
      int covered,
      long people,
      long coveredPeople,
      int uncounted) {

    private static Numbers of(Tally it) {
      return new Numbers(
          it.sites(SiteState.PLANNED),
          it.sites(SiteState.OPEN),
          it.sites(SiteState.MERGED),
          it.sites(SiteState.CLOSED),
          it.settlements(),
          it.covered(),
          it.population(),
          it.coveredPopulation(),
          it.uncounted());
    }
  }

  record Town(String town, Numbers numbers) {}

  /// @param state planned, open, merged or closed
  /// @param since from when it is so; of a planned site the day on which it is to open
  /// @param successor code of the site into which it merged or that took over its service area
  record Site(
      String code,
      String name,
      String town,
      String village,
      String state,
      LocalDate since,
      @Nullable String successor,
      @Nullable String centre,
      @Nullable String institution) {

    private static Site of(org.heyi.steering.directory.siting.Site it) {
      return new Site(
          it.code(),
          it.name(),
          it.town(),
          it.village(),
          it.state().code(),
          it.since(),
          it.successor(),
          id(it.centre()),
          id(it.institution()));
    }
  }

  /// @param coverage covered, or why not: nobody, site-closed, site-merged, not-yet-open
  /// @param servedBy site, centre, visit or nobody
  record Settlement(
      String code,
      String name,
      String town,
      String kind,
      @Nullable Integer people,
      @Nullable String centre,
      String coverage,
      String servedBy,
      @Nullable String site) {

    private static Settlement of(
        org.heyi.steering.directory.siting.Settlement it, SitingPlan plan) {
      return new Settlement(
          it.code(),
          it.name(),
          it.town(),
          it.kind().code(),
          it.population(),
          id(it.centre()),
          plan.coverage(it).code(),
          it.servedBy().code(),
          it.site());
    }
  }

  static SitingJson of(SitingPlan plan) {
    var settlements =
        Stream.concat(
                plan.uncovered().stream(),
                plan.settlements().stream().filter(it -> plan.coverage(it) == Coverage.COVERED))
            .toList();
    return new SitingJson(
        Version.of(plan.version()),
        Numbers.of(plan.total()),
        plan.towns().entrySet().stream()
            .map(it -> new Town(it.getKey(), Numbers.of(it.getValue())))
            .toList(),
        plan.sites().stream().map(Site::of).toList(),
        settlements.stream().map(it -> Settlement.of(it, plan)).toList());
  }

  private static @Nullable String id(@Nullable InstitutionId it) {
    return it == null ? null : it.value();
  }
}
