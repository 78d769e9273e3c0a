/// # 结构检查 Structure checks
///
/// Holds today's members and grids against the structure rules of the plans (P-22). They warn and
/// never block; a warning may be overridden with a reason. Start reading at [Findings].
@NullMarked
package org.heyi.steering.community.finding;

import org.jspecify.annotations.NullMarked;
