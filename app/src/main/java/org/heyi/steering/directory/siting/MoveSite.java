package org.heyi.steering.directory.siting;

import java.time.LocalDate;
import org.heyi.platform.shared.InstitutionId;
import org.jspecify.annotations.Nullable;

/// 变更点位状态: a site opens, merges or closes.
///
/// @param from as it was shown
/// @param successor into which it merges, or who takes over its settlements; with null they stay
///   with a closed site and are listed as uncovered
/// @param institution what it is in the directory, if it opens
public record MoveSite(
    String code,
    SiteState from,
    SiteState to,
    LocalDate since,
    @Nullable String successor,
    @Nullable InstitutionId institution,
    String note) {}
