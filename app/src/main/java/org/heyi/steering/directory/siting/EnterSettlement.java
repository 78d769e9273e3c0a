package org.heyi.steering.directory.siting;

import org.heyi.platform.shared.InstitutionId;
import org.jspecify.annotations.Nullable;

/// 录入居民点: what a draft is to say of a settlement.
public record EnterSettlement(
    String code,
    String name,
    String town,
    Settlement.Kind kind,
    @Nullable Integer population,
    @Nullable InstitutionId centre,
    ServedBy servedBy,
    @Nullable String site) {}
