package org.heyi.steering.community.api;

import java.util.List;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shell.Refusals;
import org.heyi.steering.community.finding.Findings;
import org.heyi.steering.community.participation.Participations;
import org.heyi.steering.community.tie.Ties;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What is so in the consortia of an area today, as JSON.
@RestController
@RequestMapping(path = "/api/community/areas/{area}", produces = MediaType.APPLICATION_JSON_VALUE)
class CommunityApi {

  private static final String NO_AREA = "policy.no-such-area";

  private final Findings findings;
  private final Participations participations;
  private final Ties ties;

  CommunityApi(Findings findings, Participations participations, Ties ties) {
    this.findings = findings;
    this.participations = participations;
    this.ties = ties;
  }

  @GetMapping("/structure-checks")
  @Refusals(unknown = NO_AREA)
  List<FindingJson> structureChecks(@PathVariable AreaId area) {
    return findings.of(area).stream().map(FindingJson::of).toList();
  }

  @GetMapping("/participation")
  @Refusals(unknown = NO_AREA)
  ParticipationJson participation(@PathVariable AreaId area) {
    return ParticipationJson.of(participations.of(area));
  }

  @GetMapping("/cooperation")
  @Refusals(unknown = NO_AREA)
  List<TieJson> cooperation(@PathVariable AreaId area) {
    return ties.of(area).stream().map(TieJson::of).toList();
  }
}
