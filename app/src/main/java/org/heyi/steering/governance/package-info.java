/// # 治理 Governance
///
/// Says how an area and its consortia are governed: bodies, departments with their duties, centres,
/// milestones, what integration may not change, what institutions are for, and how far members are
/// managed as one. Start reading at [Arrangements], then `unified.Unifications` and
/// `position.Positions`. It owns the pack sections bodies, authorities, centres, milestones,
/// concurrent_posts, unchanged, unified_management and positions.
@ApplicationModule(
    displayName = "治理 Governance",
    allowedDependencies = {
      "platform.shared",
      "platform.shell",
      "platform.audit",
      "platform.access",
      "platform.policy",
      "steering.directory",
      "steering.community"
    })
@NullMarked
package org.heyi.steering.governance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
