package org.heyi.flow.capacity;

import java.time.LocalDate;

/// 放号: publish the drafts of a period.
///
/// @param department department code, or empty for all
/// @param until the last day
/// @param shareReason why a day may be below the reserved share, or empty
public record PublishClinics(
    String department, LocalDate from, LocalDate until, String shareReason) {}
