package org.heyi.platform.access;

import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Period;
import org.jspecify.annotations.Nullable;

/// 授岗: one more post for an account.
///
/// @param department code of the department, or null
public record GivePost(
    String role, InstitutionId institution, @Nullable String department, Period period) {}
