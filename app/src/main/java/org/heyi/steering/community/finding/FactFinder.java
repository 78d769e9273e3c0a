package org.heyi.steering.community.finding;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import org.heyi.platform.policy.Policies;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.steering.community.Communities;
import org.heyi.steering.community.ConsortiumView;
import org.heyi.steering.community.MemberView;
import org.heyi.steering.directory.InstitutionView;
import org.heyi.steering.directory.Institutions;
import org.springframework.stereotype.Component;

/// Gathers what the rules are held against.
@Component
class FactFinder {

  private final Communities communities;
  private final Institutions institutions;
  private final Policies policies;
  private final Clock clock;

  FactFinder(Communities communities, Institutions institutions, Policies policies, Clock clock) {
    this.communities = communities;
    this.institutions = institutions;
    this.policies = policies;
    this.clock = clock;
  }

  AreaFacts of(AreaId area) {
    var today = LocalDate.ofInstant(clock.instant(), Moments.CHINA);
    var known =
        institutions.all(area).stream().collect(toMap(InstitutionView::id, Function.identity()));
    return new AreaFacts(
        policies.area(area),
        communities.consortia(area).stream()
            .filter(it -> it.life().covers(today) && it.parent() == null)
            .filter(it -> RuleReading.ONLY.isGroup(it.form()))
            .map(it -> group(it, known))
            .toList());
  }

  private AreaFacts.Group group(ConsortiumView it, Map<InstitutionId, InstitutionView> known) {
    return new AreaFacts.Group(
        it,
        communities.members(it.id()).stream().map(one -> member(one, known)).toList(),
        communities.grids(it.id()));
  }

  private AreaFacts.Member member(MemberView it, Map<InstitutionId, InstitutionView> known) {
    var view = known.get(it.institution());
    return new AreaFacts.Member(
        it.institution(),
        it.name(),
        it.kind(),
        view == null ? "" : view.level(),
        it.role().leads() ? institutions.facts(it.institution()).ownership() : "",
        it.role(),
        it.grid());
  }
}
