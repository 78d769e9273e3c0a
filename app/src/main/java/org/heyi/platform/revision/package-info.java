/// # 政策修订 Revision
///
/// Puts new versions of policy packs into force while Heyi runs: uploaded, compared with what is in
/// force, applied from a day on or withdrawn (AGR-19, ADR 23). Start reading at [Revisions], then
/// [Difference] and [PackEffect], by which rooms above tell what a version touches.
@ApplicationModule(
    displayName = "政策修订 Revision",
    allowedDependencies = {
      "platform.shared",
      "platform.shell",
      "platform.audit",
      "platform.policy",
      "platform.notice"
    })
@NullMarked
package org.heyi.platform.revision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
