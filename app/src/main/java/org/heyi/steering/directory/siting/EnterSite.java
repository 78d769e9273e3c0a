package org.heyi.steering.directory.siting;

import java.time.LocalDate;
import org.heyi.platform.shared.InstitutionId;
import org.jspecify.annotations.Nullable;

/// 录入点位: what a draft is to say of a site.
///
/// @param since see [Site]
/// @param successor of a site that has merged or closed already
public record EnterSite(
    String code,
    String name,
    String town,
    String village,
    @Nullable InstitutionId centre,
    @Nullable InstitutionId institution,
    SiteState state,
    LocalDate since,
    @Nullable String successor,
    String note) {}
