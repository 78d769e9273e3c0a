package org.heyi.platform.access.web;

import static org.heyi.platform.access.web.Typed.text;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.heyi.platform.access.GivePost;
import org.heyi.platform.access.OpenAccount;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Period;
import org.heyi.platform.shell.Words;
import org.jspecify.annotations.Nullable;

/// One more post, as typed.
public record PostForm(
    @Nullable String role,
    @Nullable String institution,
    @Nullable String department,
    @Nullable String from,
    @Nullable String until) {

  static PostForm empty(LocalDate today) {
    return new PostForm("", "", "", today.toString(), "");
  }

  Map<String, String> errors(Words words) {
    var errors = new LinkedHashMap<String, String>();
    AccountForm.check(errors, "role", !text(role).isEmpty(), words.of("access.wrong-role"));
    AccountForm.check(
        errors,
        "institution",
        Typed.read(institution, InstitutionId::of) != null,
        words.of("access.wrong-institution"));
    AccountForm.check(
        errors,
        "department",
        OpenAccount.isDepartment(text(department)),
        words.of("access.wrong-department"));
    AccountForm.check(errors, "from", Typed.date(from) != null, words.of("access.wrong-date"));
    AccountForm.check(errors, "until", isUntil(), words.of("access.wrong-until"));
    return errors;
  }

  private boolean isUntil() {
    var first = Typed.date(from);
    var last = Typed.date(until);
    return text(until).isEmpty() || (last != null && (first == null || last.isAfter(first)));
  }

  GivePost command() {
    return new GivePost(
        text(role),
        InstitutionId.of(text(institution)),
        text(department).isEmpty() ? null : text(department),
        new Period(Objects.requireNonNull(Typed.date(from)), Typed.date(until)));
  }
}
