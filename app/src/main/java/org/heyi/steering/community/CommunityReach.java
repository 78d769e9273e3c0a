package org.heyi.steering.community;

import org.heyi.platform.access.Reach;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.Scope;
import org.springframework.stereotype.Component;

/// Tells access who lies within which grid and consortium; clinics lie where their centre does.
@Component
class CommunityReach {

  private final CommunityStore store;
  private final GridStore grids;
  private final Reach reach;

  CommunityReach(CommunityStore store, GridStore grids, Reach reach) {
    this.store = store;
    this.grids = grids;
    this.reach = reach;
  }

  void tell(AreaId area) {
    reach.replace(area.value(), Scope.CONSORTIUM, store.inConsortia(area));
    reach.replace(area.value(), Scope.GRID, grids.inGrids(area));
  }
}
