/// # 政策包 Policy
///
/// Loads the policy packs, all or nothing, and answers what a plan says on a date. Start reading at
/// [Policies], then [PackSection]. Each room that owns a part of a pack contributes a
/// [PackSection]; a section nobody claims is an error.
@ApplicationModule(
    displayName = "政策包 Policy",
    allowedDependencies = {
      "platform.shared",
      "platform.shell",
      "platform.audit",
      "platform.sheet",
      "platform.access"
    })
@NullMarked
package org.heyi.platform.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
