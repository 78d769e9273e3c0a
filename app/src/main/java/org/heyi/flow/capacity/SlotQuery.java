package org.heyi.flow.capacity;

import java.time.Instant;
import org.heyi.platform.shared.InstitutionId;
import org.jspecify.annotations.Nullable;

/// 查号位: which slots of a hospital, or of one clinic, somebody looks for; null and empty mean all.
///
/// @param hospital null: that of the clinic
/// @param from when the visit begins at the earliest
/// @param until when it begins at the latest, exclusive
/// @param status as in [SlotRecord], or empty
public record SlotQuery(
    @Nullable InstitutionId hospital,
    @Nullable ClinicId clinic,
    String department,
    @Nullable Instant from,
    @Nullable Instant until,
    String status) {}
