package org.heyi.steering.community;

import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Period;
import org.jspecify.annotations.Nullable;

/// 成员单位: a member of a consortium as shown in lists.
///
/// @param grid id of its service grid, or empty
/// @param clinics how many clinics and stations it manages
/// @param clause empty where the house chose
/// @param manager the centre through which a clinic belongs, or null
public record MemberView(
    InstitutionId institution,
    String name,
    String kind,
    MemberRole role,
    String grid,
    long clinics,
    Period period,
    String clause,
    @Nullable InstitutionId manager) {}
