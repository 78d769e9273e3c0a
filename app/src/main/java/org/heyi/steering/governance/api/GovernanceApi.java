package org.heyi.steering.governance.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.heyi.platform.policy.Policies;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.ConsortiumId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shell.Refusals;
import org.heyi.steering.community.Communities;
import org.heyi.steering.directory.Institutions;
import org.heyi.steering.governance.Arrangements;
import org.heyi.steering.governance.position.Positions;
import org.heyi.steering.governance.unchanged.UnchangedAttributes;
import org.heyi.steering.governance.unified.Unifications;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// How areas and consortia are governed, as JSON.
@RestController
@RequestMapping(path = "/api/governance", produces = MediaType.APPLICATION_JSON_VALUE)
class GovernanceApi {

  private final Arrangements arrangements;
  private final UnchangedAttributes unchanged;
  private final Unifications unifications;
  private final Communities communities;
  private final Policies policies;
  private final Positions positions;
  private final Institutions institutions;
  private final Clock clock;

  GovernanceApi(
      Arrangements arrangements,
      UnchangedAttributes unchanged,
      Unifications unifications,
      Communities communities,
      Policies policies,
      Positions positions,
      Institutions institutions,
      Clock clock) {
    this.arrangements = arrangements;
    this.unchanged = unchanged;
    this.unifications = unifications;
    this.communities = communities;
    this.policies = policies;
    this.positions = positions;
    this.institutions = institutions;
    this.clock = clock;
  }

  @GetMapping("/areas/{area}")
  @Refusals(unknown = "policy.no-such-area")
  GovernanceJson.Area area(@PathVariable AreaId area) {
    policies.area(area);
    return new GovernanceJson.Area(
        area.value(),
        bodies(area, String::isEmpty),
        arrangements.authorities(area).stream().map(GovernanceJson.AuthorityJson::of).toList(),
        positions.all(area).stream().map(GovernanceJson.PositionJson::of).toList(),
        centres(area, String::isEmpty),
        milestones(area, String::isEmpty));
  }

  @GetMapping("/consortia/{id}")
  @Refusals(unknown = "community.not-found")
  GovernanceJson.Consortium consortium(@PathVariable ConsortiumId id) {
    var area = communities.consortium(id).area();
    Predicate<String> own = id.value()::equals;
    return new GovernanceJson.Consortium(
        id.value(),
        area.value(),
        unifications.matrix(id).map(UnifiedJson::of).orElse(null),
        unchanged.of(id).stream().map(GovernanceJson.UnchangedJson::of).toList(),
        arrangements.concurrentPosts(area).stream()
            .filter(it -> own.test(it.consortium()))
            .map(GovernanceJson.PostJson::of)
            .toList(),
        bodies(area, own),
        centres(area, own),
        milestones(area, own));
  }

  /// What one institution is for (GOV-29).
  @GetMapping("/institutions/{id}/position")
  @Refusals(unknown = "directory.not-found")
  GovernanceJson.InstitutionJson position(@PathVariable InstitutionId id) {
    var institution = institutions.facts(id).view();
    return new GovernanceJson.InstitutionJson(
        id.value(),
        institution.area().value(),
        positions.of(institution).stream().map(GovernanceJson.ItemJson::of).toList());
  }

  /// Every recorded change of a member's unified management, newest first.
  @GetMapping("/consortia/{id}/members/{institution}/changes")
  @Refusals(unknown = {"community.not-found", "unified.not-found"})
  List<UnifiedJson.ChangeJson> changes(
      @PathVariable ConsortiumId id, @PathVariable InstitutionId institution) {
    communities.consortium(id);
    unifications.row(id, institution);
    return unifications.history(id, institution).stream().map(UnifiedJson.ChangeJson::of).toList();
  }

  private List<GovernanceJson.BodyJson> bodies(AreaId area, Predicate<String> whose) {
    return arrangements.bodies(area).stream()
        .filter(it -> whose.test(it.consortium()))
        .map(GovernanceJson.BodyJson::of)
        .toList();
  }

  private List<GovernanceJson.CentreJson> centres(AreaId area, Predicate<String> whose) {
    var today = LocalDate.ofInstant(clock.instant(), Moments.CHINA);
    return arrangements.centres(area).stream()
        .filter(it -> whose.test(it.consortium()))
        .map(it -> GovernanceJson.CentreJson.of(it, today))
        .toList();
  }

  private List<GovernanceJson.MilestoneJson> milestones(AreaId area, Predicate<String> whose) {
    return arrangements.milestones(area).stream()
        .filter(it -> whose.test(it.consortium()))
        .map(GovernanceJson.MilestoneJson::of)
        .toList();
  }
}
