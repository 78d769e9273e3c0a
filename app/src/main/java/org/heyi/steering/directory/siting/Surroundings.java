package org.heyi.steering.directory.siting;

import java.util.List;
import java.util.Optional;

/// 规划局部: as much of a version as the rules ask about before one thing in it is changed.
record Surroundings(List<Site> sites, List<Settlement> settlements) {

  static final Surroundings NONE = new Surroundings(List.of(), List.of());

  Surroundings {
    sites = List.copyOf(sites);
    settlements = List.copyOf(settlements);
  }

  Optional<Site> site(String code) {
    return sites.stream().filter(it -> it.code().equals(code)).findFirst();
  }

  Optional<Settlement> settlement(String code) {
    return settlements.stream().filter(it -> it.code().equals(code)).findFirst();
  }
}
