package org.heyi.steering.directory.siting;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// 点位经历: what became of a site: when it was entered, and each change of its state.
///
/// @param version the number of the version in which it was said
/// @param from null when it was entered
/// @param settlements how many settlements went to the successor
public record SiteEvent(
    int version,
    Instant at,
    String by,
    @Nullable SiteState from,
    SiteState to,
    LocalDate since,
    @Nullable String successor,
    int settlements,
    String note) {}
