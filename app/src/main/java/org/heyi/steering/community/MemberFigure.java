package org.heyi.steering.community;

import java.util.Collection;
import java.util.Map;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.steering.directory.jurisdiction.PlaceFigure;
import org.springframework.stereotype.Component;

/// How many institutions of a jurisdiction are in a consortium, clinics through their centre.
@Component
class MemberFigure implements PlaceFigure {

  private static final int ORDER = 100;

  private final Communities communities;

  MemberFigure(Communities communities) {
    this.communities = communities;
  }

  @Override
  public int order() {
    return ORDER;
  }

  @Override
  public String code() {
    return "members";
  }

  @Override
  public String label() {
    return "community.members-figure";
  }

  @Override
  public Map<InstitutionId, Long> of(Collection<InstitutionId> institutions) {
    return communities.memberAmong(institutions);
  }
}
