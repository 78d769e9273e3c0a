package org.heyi.steering.directory;

import org.heyi.platform.access.Reach;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.Scope;
import org.springframework.stereotype.Component;

/// Tells access who manages whom, who lies in which area and in which city.
@Component
class DirectoryReach {

  private final DirectoryStore store;
  private final Reach reach;

  DirectoryReach(DirectoryStore store, Reach reach) {
    this.store = store;
    this.reach = reach;
  }

  void tell(AreaId area) {
    reach.replace(area.value(), Scope.AREA, store.lives(area));
    reach.replace(area.value(), Scope.SUBTREE, store.managements(area));
    reach.replace(area.value(), Scope.CITY, store.cities(area));
  }
}
