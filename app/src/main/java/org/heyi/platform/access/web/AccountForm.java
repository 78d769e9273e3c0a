package org.heyi.platform.access.web;

import static org.heyi.platform.access.web.Typed.text;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.heyi.platform.access.OpenAccount;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shell.Words;
import org.jspecify.annotations.Nullable;

/// A new account, as typed.
public record AccountForm(
    @Nullable String login,
    @Nullable String name,
    @Nullable String phone,
    @Nullable String role,
    @Nullable String institution,
    @Nullable String department,
    @Nullable String from) {

  private static final int LONGEST_NAME = 50;
  private static final int LONGEST_DEPARTMENT = 20;

  static AccountForm empty(LocalDate today) {
    return new AccountForm("", "", "", "", "", "", today.toString());
  }

  /// What must be corrected, field → sentence.
  Map<String, String> errors(Words words) {
    var errors = new LinkedHashMap<String, String>();
    check(errors, "login", isLogin(login), words.of("access.wrong-login"));
    check(errors, "name", isName(name), words.of("access.wrong-name"));
    check(errors, "phone", isPhone(phone), words.of("access.wrong-phone"));
    check(errors, "role", !text(role).isEmpty(), words.of("access.wrong-role"));
    check(
        errors,
        "institution",
        Typed.read(institution, InstitutionId::of) != null,
        words.of("access.wrong-institution"));
    check(
        errors,
        "department",
        text(department).length() <= LONGEST_DEPARTMENT,
        words.of("access.wrong-department"));
    check(errors, "from", Typed.date(from) != null, words.of("access.wrong-date"));
    return errors;
  }

  static void check(Map<String, String> errors, String field, boolean right, String otherwise) {
    if (!right) {
      errors.put(field, otherwise);
    }
  }

  static boolean isLogin(@Nullable String typed) {
    return text(typed).matches("[a-z][a-z0-9._-]{2,39}");
  }

  static boolean isName(@Nullable String typed) {
    int length = text(typed).codePointCount(0, text(typed).length());
    return length >= 1 && length <= LONGEST_NAME;
  }

  static boolean isPhone(@Nullable String typed) {
    return text(typed).matches("[0-9+ -]{5,20}");
  }

  OpenAccount command() {
    return new OpenAccount(
        text(login),
        text(name),
        text(phone),
        text(role),
        InstitutionId.of(text(institution)),
        text(department).isEmpty() ? null : text(department),
        Objects.requireNonNull(Typed.date(from)));
  }
}
