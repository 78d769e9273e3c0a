package org.heyi.steering.governance.position;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.NoStaffNeeded;
import org.heyi.steering.community.Communities;
import org.heyi.steering.directory.InstitutionView;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What institutions are for (GOV-29): what the plan says of their role, kind and level, and of
/// themselves. It advises whoever looks, and refuses nobody.
@Service
@Transactional(readOnly = true)
public class Positions {

  private final PositionStore store;
  private final Communities communities;
  private final Clock clock;

  Positions(PositionStore store, Communities communities, Clock clock) {
    this.store = store;
    this.communities = communities;
    this.clock = clock;
  }

  /// Every one of an area, in the order of the plan.
  @NoStaffNeeded(because = "the plan is public")
  public List<Position> all(AreaId area) {
    return store.all(area);
  }

  /// Everything the plan wants of one institution, by its roles of today; what is said twice stands
  /// once.
  @NoStaffNeeded(because = "the plan is public")
  public List<Position.Item> of(InstitutionView institution) {
    var memberships = communities.of(institution.id(), today());
    return store.all(institution.area()).stream()
        .filter(it -> it.whom().includes(institution, memberships))
        .flatMap(it -> it.items().stream())
        .distinct()
        .sorted(Comparator.comparing(Position.Item::part))
        .toList();
  }

  /// Those of these institutions, of one area, of which a plan that speaks of positions says
  /// nothing.
  @NoStaffNeeded(because = "the plan is public")
  public Set<InstitutionId> unsaid(AreaId area, Collection<InstitutionView> institutions) {
    var said = store.all(area);
    return institutions.stream()
        .filter(_ -> !said.isEmpty())
        .filter(it -> {
          var memberships = communities.of(it.id(), today());
          return said.stream().noneMatch(position -> position.whom().includes(it, memberships));
        })
        .map(InstitutionView::id)
        .collect(Collectors.toSet());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Moments.CHINA);
  }
}
