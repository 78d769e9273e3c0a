/// # 离岗交接 Leaving
///
/// What a room must do so that nothing stays with somebody who leaves: it declares [Belongings].
/// `Departures` calls them all in the transaction that closes the account or ends the post.
@NamedInterface("leaving")
@NullMarked
package org.heyi.platform.access.leaving;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
