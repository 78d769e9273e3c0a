package org.heyi.platform.access;

import java.time.LocalDate;
import org.heyi.platform.shared.InstitutionId;
import org.jspecify.annotations.Nullable;

/// 开户: a new account with its first post.
///
/// @param login small letters, digits, dots, hyphens; begins with a letter
/// @param department code of the department, or null
public record OpenAccount(
    String login,
    String name,
    String phone,
    String role,
    InstitutionId institution,
    @Nullable String department,
    LocalDate from) {}
