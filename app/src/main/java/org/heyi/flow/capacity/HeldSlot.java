package org.heyi.flow.capacity;

import java.time.Instant;

/// 占号: a slot kept for one account until a moment.
///
/// @param start when the visit would begin
public record HeldSlot(SlotId slot, Instant start, Instant until) {}
