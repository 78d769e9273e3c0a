package org.heyi.platform.access.web;

import static org.heyi.platform.access.web.Typed.text;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.heyi.platform.access.deputy.NameDeputy;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Period;
import org.heyi.platform.shell.Words;
import org.jspecify.annotations.Nullable;

/// A deputy, as typed.
///
/// @param deputy `institution:account`
/// @param last the last day
public record DeputyForm(@Nullable String deputy, @Nullable String from, @Nullable String last) {

  static DeputyForm empty(LocalDate today) {
    return new DeputyForm("", today.toString(), "");
  }

  /// How the choice names somebody at an institution.
  public static String choice(InstitutionId institution, AccountId account) {
    return institution + ":" + account;
  }

  Map<String, String> errors(Words words) {
    var errors = new LinkedHashMap<String, String>();
    AccountForm.check(errors, "deputy", institution() != null, words.of("access.wrong-deputy"));
    AccountForm.check(errors, "from", Typed.date(from) != null, words.of("access.wrong-date"));
    AccountForm.check(errors, "last", isLast(), words.of("access.wrong-last"));
    return errors;
  }

  private boolean isLast() {
    var first = Typed.date(from);
    var end = Typed.date(last);
    return end != null && (first == null || !end.isBefore(first));
  }

  private String[] parts() {
    return text(deputy).split(":", -1);
  }

  private @Nullable InstitutionId institution() {
    var parts = parts();
    return parts.length == 2 && Typed.read(parts[1], AccountId::of) != null
        ? Typed.read(parts[0], InstitutionId::of)
        : null;
  }

  NameDeputy command(AccountId absent) {
    return new NameDeputy(
        absent,
        AccountId.of(parts()[1]),
        Objects.requireNonNull(institution()),
        new Period(
            Objects.requireNonNull(Typed.date(from)),
            Objects.requireNonNull(Typed.date(last)).plusDays(1)));
  }
}
