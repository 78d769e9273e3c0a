/// # 通知 Notice
///
/// Tells people inside Heyi what happened, once, in their language. Start reading at [Notices].
/// Rooms call it; it tells nobody else.
@ApplicationModule(
    displayName = "通知 Notice",
    allowedDependencies = {
      "platform.shared",
      "platform.shell",
      "platform.audit",
      "platform.access",
      "platform.access::deputy",
      "platform.access::leaving",
      "platform.work"
    })
@NullMarked
package org.heyi.platform.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
