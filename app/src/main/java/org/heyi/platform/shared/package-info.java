/// # 共用词 Shared words
///
/// The words every room speaks: ids, who acts, what can be refused, codes and periods. Start
/// reading at [Staff], then [Problem]. It decides nothing and tells nobody; what is more than a
/// word belongs into a room.
@ApplicationModule(
    displayName = "共用词 Shared words",
    allowedDependencies = {})
@NullMarked
package org.heyi.platform.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
