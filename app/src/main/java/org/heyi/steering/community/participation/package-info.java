/// # 参与情况 Participation
///
/// Who of an area takes part in its consortia, who does not, and which members a grid leaves out.
/// Start reading at [Participations].
@NullMarked
package org.heyi.steering.community.participation;

import org.jspecify.annotations.NullMarked;
