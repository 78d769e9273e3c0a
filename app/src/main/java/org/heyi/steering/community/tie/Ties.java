package org.heyi.steering.community.tie;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.heyi.platform.policy.Policies;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.ConsortiumId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.NoStaffNeeded;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Cooperation of consortia and institutions, as it is today.
@Service
@Transactional
public class Ties {

  private final TieStore store;
  private final Policies policies;
  private final Clock clock;

  Ties(TieStore store, Policies policies, Clock clock) {
    this.store = store;
    this.policies = policies;
    this.clock = clock;
  }

  /// All of an area, what lies outside the consortia too.
  ///
  /// @throws org.heyi.platform.shared.ProblemException `policy.no-such-area`
  @NoStaffNeeded(because = "the plan is public")
  public List<TieView> of(AreaId area) {
    policies.area(area);
    return store.of(area, today());
  }

  @NoStaffNeeded(because = "the plan is public")
  public List<TieView> of(ConsortiumId consortium) {
    return store.of(consortium, today());
  }

  /// Those in which the institution itself is named, on either side.
  @NoStaffNeeded(because = "the plan is public")
  public List<TieView> of(InstitutionId institution) {
    return store.of(institution, today());
  }

  /// How many of each kind belong to the community: earlier technical cooperation does not
  /// (AGR-10).
  @NoStaffNeeded(because = "the plan is public")
  public Map<TieKind, Long> counts(AreaId area) {
    var counts = new EnumMap<TieKind, Long>(TieKind.class);
    of(area).stream().filter(TieView::counts).forEach(it -> counts.merge(it.kind(), 1L, Long::sum));
    return counts;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Moments.CHINA);
  }
}
