/// # 合作关系 Cooperation ties
///
/// Relations of institutions and consortia with one another and with partners outside, each of one
/// kind. Start reading at [Ties]. It owns the pack section cooperation.
@NullMarked
package org.heyi.steering.community.tie;

import org.jspecify.annotations.NullMarked;
