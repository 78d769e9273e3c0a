package org.heyi.steering.governance;

import java.util.List;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.NoStaffNeeded;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How an area and its consortia are governed, as the plan arranges it. Lists are of the whole
/// area, in the order of the plan.
@Service
@Transactional(readOnly = true)
public class Arrangements {

  private final ArrangementStore store;

  Arrangements(ArrangementStore store) {
    this.store = store;
  }

  /// Bodies, ended ones too (GOV-14).
  @NoStaffNeeded(because = "the plan is public")
  public List<Body> bodies(AreaId area) {
    return store.all(area, "bodies", Body.class);
  }

  /// Government departments with their duties (GOV-31).
  @NoStaffNeeded(because = "the plan is public")
  public List<Authority> authorities(AreaId area) {
    return store.all(area, "authorities", Authority.class);
  }

  @NoStaffNeeded(because = "the plan is public")
  public List<Centre> centres(AreaId area) {
    return store.all(area, "centres", Centre.class);
  }

  @NoStaffNeeded(because = "the plan is public")
  public List<Milestone> milestones(AreaId area) {
    return store.all(area, "milestones", Milestone.class);
  }

  /// Posts held together (GOV-13).
  @NoStaffNeeded(because = "the plan is public")
  public List<ConcurrentPost> concurrentPosts(AreaId area) {
    return store.all(area, "concurrent_posts", ConcurrentPost.class);
  }
}
