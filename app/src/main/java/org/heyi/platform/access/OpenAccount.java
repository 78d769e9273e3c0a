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
    LocalDate from) {

  private static final int LONGEST_NAME = 50;
  private static final int LONGEST_DEPARTMENT = 20;

  public static boolean isLogin(String typed) {
    return typed.matches("[a-z][a-z0-9._-]{2,39}");
  }

  public static boolean isName(String typed) {
    int length = typed.codePointCount(0, typed.length());
    return length >= 1 && length <= LONGEST_NAME;
  }

  public static boolean isPhone(String typed) {
    return typed.matches("[0-9+ -]{5,20}");
  }

  public static boolean isDepartment(String typed) {
    return typed.length() <= LONGEST_DEPARTMENT;
  }
}
