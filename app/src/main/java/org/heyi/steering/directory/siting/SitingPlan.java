package org.heyi.steering.directory.siting;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/// 村卫生室规划: one version of a siting plan with all of its sites and settlements.
public record SitingPlan(PlanVersion version, List<Site> sites, List<Settlement> settlements) {

  public SitingPlan {
    sites = List.copyOf(sites);
    settlements = List.copyOf(settlements);
  }

  public Optional<Site> site(String code) {
    return sites.stream().filter(it -> it.code().equals(code)).findFirst();
  }

  public Optional<Settlement> settlement(String code) {
    return settlements.stream().filter(it -> it.code().equals(code)).findFirst();
  }

  Surroundings surroundings() {
    return new Surroundings(sites, settlements);
  }

  /// Whether the settlement is served now, or why it is not.
  public Coverage coverage(Settlement it) {
    return switch (it.servedBy()) {
      case NOBODY -> Coverage.NOBODY;
      case CENTRE, VISIT -> Coverage.COVERED;
      case SITE ->
          switch (site(Objects.requireNonNull(it.site())).orElseThrow().state()) {
            case OPEN -> Coverage.COVERED;
            case PLANNED -> Coverage.NOT_YET_OPEN;
            case MERGED -> Coverage.SITE_MERGED;
            case CLOSED -> Coverage.SITE_CLOSED;
          };
    };
  }

  /// The worst first: whom nobody serves, then those whose site is gone, then those who wait.
  public List<Settlement> uncovered() {
    return settlements.stream()
        .filter(it -> coverage(it) != Coverage.COVERED)
        .sorted(
            comparing((Settlement it) -> coverage(it))
                .thenComparing(Settlement::town)
                .thenComparing(Settlement::code))
        .toList();
  }

  /// Planned sites that should have opened before that day.
  public List<Site> overdue(LocalDate on) {
    return sites.stream().filter(it -> it.isOverdue(on)).toList();
  }

  /// Township → its numbers.
  public Map<String, Tally> towns() {
    var names = new TreeSet<String>();
    sites.forEach(it -> names.add(it.town()));
    settlements.forEach(it -> names.add(it.town()));
    return names.stream()
        .collect(toMap(Function.identity(), this::tally, (one, _) -> one, LinkedHashMap::new));
  }

  private Tally tally(String town) {
    return Tally.of(
        sites.stream().filter(it -> it.town().equals(town)).toList(),
        settlements.stream().filter(it -> it.town().equals(town)).toList(),
        this);
  }

  public Tally total() {
    return Tally.of(sites, settlements, this);
  }
}
