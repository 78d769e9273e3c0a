package org.heyi.flow.capacity;

import java.time.Instant;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Subject;
import org.jspecify.annotations.Nullable;

/// 查预约: which appointments somebody looks for; null and empty mean all.
///
/// @param from when the visit begins at the earliest
/// @param until when it begins at the latest, exclusive
/// @param status word of the appointment's state, or empty
public record AppointmentQuery(
    @Nullable ResidentId resident,
    @Nullable Subject purpose,
    @Nullable Instant from,
    @Nullable Instant until,
    String status) {}
