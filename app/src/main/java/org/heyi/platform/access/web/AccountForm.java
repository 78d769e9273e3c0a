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

  static AccountForm empty(LocalDate today) {
    return new AccountForm("", "", "", "", "", "", today.toString());
  }

  /// What must be corrected, field → sentence.
  Map<String, String> errors(Words words) {
    var errors = new LinkedHashMap<String, String>();
    check(errors, "login", OpenAccount.isLogin(text(login)), words.of("access.wrong-login"));
    check(errors, "name", OpenAccount.isName(text(name)), words.of("access.wrong-name"));
    check(errors, "phone", OpenAccount.isPhone(text(phone)), words.of("access.wrong-phone"));
    check(errors, "role", !text(role).isEmpty(), words.of("access.wrong-role"));
    check(
        errors,
        "institution",
        Typed.read(institution, InstitutionId::of) != null,
        words.of("access.wrong-institution"));
    check(
        errors,
        "department",
        OpenAccount.isDepartment(text(department)),
        words.of("access.wrong-department"));
    check(errors, "from", Typed.date(from) != null, words.of("access.wrong-date"));
    return errors;
  }

  static void check(Map<String, String> errors, String field, boolean right, String otherwise) {
    if (!right) {
      errors.put(field, otherwise);
    }
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
