package org.heyi.platform.access.signin;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.heyi.platform.access.role.Role;
import org.heyi.platform.access.role.Roles;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.PostId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.sheet.StaffOfPost;
import org.springframework.stereotype.Component;

/// Who holds a post today, for work that outlives the request in which they asked for it. What
/// their role may do is what it may do now.
@Component
class PostHolders implements StaffOfPost {

  private final PostHolderStore store;
  private final Roles roles;
  private final Clock clock;

  PostHolders(PostHolderStore store, Roles roles, Clock clock) {
    this.store = store;
    this.roles = roles;
    this.clock = clock;
  }

  @Override
  public Optional<Staff> holder(PostId post) {
    var today = LocalDate.ofInstant(clock.instant(), Moments.CHINA);
    return store
        .holder(post, today)
        .map(it ->
            new Staff(
                it.account(),
                it.name(),
                post,
                it.role(),
                it.institution(),
                it.area(),
                roles.find(it.role()).map(Role::duties).orElse(Map.of())));
  }
}
