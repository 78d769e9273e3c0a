/// # 访问 Access
///
/// Says who signs in, in which post, with which duties, how far they reach and whose data they may
/// see. Start reading at [Accounts], then [Relationships] and [Reach]. Directory and community tell
/// it the tree; rooms with residents tell it the relationships.
@ApplicationModule(
    displayName = "访问 Access",
    allowedDependencies = {
      "platform.shared",
      "platform.shell",
      "platform.shell :: api",
      "platform.operation",
      "platform.audit",
      "platform.sheet"
    })
@NullMarked
package org.heyi.platform.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
