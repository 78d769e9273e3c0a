/// # 不变事项 Unchanged
///
/// What integration may not change (GOV-12), and the guards that refuse a change of it. Start
/// reading at [UnchangedAttributes], then `UnchangedGuards`.
@NullMarked
package org.heyi.steering.governance.unchanged;

import org.jspecify.annotations.NullMarked;
