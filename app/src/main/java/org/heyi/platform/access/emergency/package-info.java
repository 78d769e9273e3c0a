/// # 紧急访问 Emergency access
///
/// Breaks the glass: a look at a resident without a relationship, with a reason, for a limited
/// time, judged afterwards. Start reading at [Emergencies]. It begins a relationship of its own
/// kind.
@NullMarked
package org.heyi.platform.access.emergency;

import org.jspecify.annotations.NullMarked;
