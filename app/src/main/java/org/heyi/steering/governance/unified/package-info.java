/// # 统一管理 Unified management
///
/// Dimensions in which the members of a consortium are managed as one, and how far each member is
/// (GOV-11). Start reading at [Unifications].
@NullMarked
package org.heyi.steering.governance.unified;

import org.jspecify.annotations.NullMarked;
