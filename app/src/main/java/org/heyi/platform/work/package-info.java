/// # 待办 Work
///
/// Holds for every piece of work that crosses an institution one owner, one due time and one next
/// action. Start reading at [Work], then [OpenWork]. Rooms open, pass and close items in their own
/// transaction; clocks remind and escalate.
@ApplicationModule(
    displayName = "待办 Work",
    allowedDependencies = {
      "platform.shared",
      "platform.shell",
      "platform.operation",
      "platform.audit",
      "platform.access",
      "platform.access::deputy",
      "platform.access::leaving",
      "platform.policy",
      "platform.calendar"
    })
@NullMarked
package org.heyi.platform.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
