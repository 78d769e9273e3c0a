package org.heyi.steering.directory.siting;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/// 覆盖数字: how many sites and settlements a township has, and how many of its people are covered.
/// Sums of tallies are tallies.
///
/// @param uncounted settlements whose population nobody has counted
public record Tally(
    Map<SiteState, Integer> sites,
    int settlements,
    int covered,
    long population,
    long coveredPopulation,
    int uncounted) {

  private static final double WHOLE = 100.0;
  private static final double TENTHS = 10.0;

  public Tally {
    sites = Map.copyOf(sites);
  }

  static Tally of(Collection<Site> sites, Collection<Settlement> settlements, SitingPlan plan) {
    var byState = new EnumMap<SiteState, Integer>(SiteState.class);
    for (var state : SiteState.values()) {
      byState.put(state, 0);
    }
    sites.forEach(it -> byState.merge(it.state(), 1, Integer::sum));
    int covered = 0;
    long population = 0;
    long coveredPopulation = 0;
    int uncounted = 0;
    for (var it : settlements) {
      boolean served = plan.coverage(it) == Coverage.COVERED;
      covered += served ? 1 : 0;
      var people = it.population();
      uncounted += people == null ? 1 : 0;
      population += people == null ? 0 : people;
      coveredPopulation += people == null || !served ? 0 : people;
    }
    return new Tally(
        byState, settlements.size(), covered, population, coveredPopulation, uncounted);
  }

  public int sites(SiteState state) {
    return sites.getOrDefault(state, 0);
  }

  public int uncovered() {
    return settlements - covered;
  }

  /// Per cent of the settlements, to a tenth and never rounded up to all; 100 where there is none.
  public double share() {
    return share(covered, settlements);
  }

  /// Of the people where they were counted.
  public double populationShare() {
    return share(coveredPopulation, population);
  }

  private static double share(long part, long all) {
    return all == 0 ? WHOLE : Math.floor(part * WHOLE * TENTHS / all) / TENTHS;
  }
}
