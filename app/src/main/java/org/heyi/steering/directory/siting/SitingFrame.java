package org.heyi.steering.directory.siting;

import java.util.HashSet;
import java.util.Set;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.steering.directory.InstitutionKind;
import org.heyi.steering.directory.InstitutionKind.Group;
import org.heyi.steering.directory.Institutions;
import org.springframework.stereotype.Component;

/// What an area's directory gives its siting plan: who may answer for a site, and what it may be.
@Component
class SitingFrame {

  private final Institutions institutions;

  SitingFrame(Institutions institutions) {
    this.institutions = institutions;
  }

  SitingRules rules(AreaId area) {
    Set<InstitutionId> centres = new HashSet<>();
    Set<InstitutionId> clinics = new HashSet<>();
    for (var it : institutions.all(area)) {
      var group = InstitutionKind.find(it.kind()).orElseThrow().group();
      if (group == Group.PRIMARY) {
        centres.add(it.id());
      } else if (group == Group.STATION) {
        clinics.add(it.id());
      }
    }
    return new SitingRules(centres, clinics);
  }
}
