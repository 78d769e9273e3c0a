package org.heyi.flow.capacity;

import java.time.Instant;
import org.heyi.platform.shared.InstitutionId;
import org.jspecify.annotations.Nullable;

/// 查出诊: which clinics of a hospital somebody looks for; null and empty mean all.
///
/// @param from clinics that are not over then
/// @param until clinics that have begun before then
/// @param status draft, published, stopped, or empty
public record ClinicQuery(
    InstitutionId hospital,
    String department,
    @Nullable Instant from,
    @Nullable Instant until,
    String status) {}
