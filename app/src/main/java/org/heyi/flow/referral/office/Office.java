package org.heyi.flow.referral.office;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;

/// 转诊负责科室: whom one calls about a referral, as it was named in one version.
///
/// @param hours when somebody is there, in words
/// @param staff who was named
/// @param names of those of them who hold a duty of referral there today
public record Office(
    InstitutionId institution,
    int version,
    String name,
    String phone,
    String hours,
    Set<AccountId> staff,
    List<String> names,
    String changedBy,
    Instant changedAt) {}
