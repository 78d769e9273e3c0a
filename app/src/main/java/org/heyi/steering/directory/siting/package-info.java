/// # 村卫生室规划设置 Siting
///
/// The siting plan of an area's village clinics in versions (GOV-10): sites that are planned, open,
/// merged or closed, and which settlement each serves, so that nobody is left uncovered without a
/// word. Start reading at [Sitings], then [SitingDrafts] and [SiteMoves].
@NamedInterface("siting")
@NullMarked
package org.heyi.steering.directory.siting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
