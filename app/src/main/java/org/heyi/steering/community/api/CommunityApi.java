package org.heyi.steering.community.api;

import java.util.List;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shell.Refusals;
import org.heyi.steering.community.finding.Findings;
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

  CommunityApi(Findings findings) {
    this.findings = findings;
  }

  @GetMapping("/structure-checks")
  @Refusals(unknown = NO_AREA)
  List<FindingJson> structureChecks(@PathVariable AreaId area) {
    return findings.of(area).stream().map(FindingJson::of).toList();
  }
}
