package org.heyi.platform.audit.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.heyi.platform.audit.AuditOutcome;
import org.heyi.platform.audit.AuditQuery;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shell.Words;
import org.jspecify.annotations.Nullable;

/// The filters as typed. Dates are whole days in China's time, both included.
record AuditForm(
    @Nullable String from,
    @Nullable String until,
    @Nullable String actor,
    @Nullable String account,
    @Nullable String action,
    @Nullable String resident,
    @Nullable String institution,
    @Nullable String outcome) {

  private static final int USUAL_DAYS = 7;

  static AuditForm usual(Instant now) {
    return new AuditForm(null, null, null, null, null, null, null, null).complete(now);
  }

  /// With the usual days where no date was typed.
  AuditForm complete(Instant now) {
    var today = LocalDate.ofInstant(now, Moments.CHINA);
    return new AuditForm(
        text(from).isEmpty() ? today.minusDays(USUAL_DAYS - 1).toString() : text(from),
        text(until).isEmpty() ? today.toString() : text(until),
        text(actor),
        text(account),
        text(action),
        text(resident),
        text(institution),
        text(outcome));
  }

  /// What cannot be understood, field → sentence.
  Map<String, String> errors(Words words) {
    var errors = new LinkedHashMap<String, String>();
    check(errors, words, "from", from, LocalDate::parse);
    check(errors, words, "until", until, LocalDate::parse);
    check(errors, words, "account", account, AccountId::of);
    check(errors, words, "resident", resident, ResidentId::of);
    check(errors, words, "institution", institution, InstitutionId::of);
    check(errors, words, "outcome", outcome, AuditOutcome::valueOf);
    return errors;
  }

  private static void check(
      Map<String, String> errors,
      Words words,
      String field,
      @Nullable String value,
      Function<String, ?> read) {
    try {
      parsed(value, read);
    } catch (IllegalArgumentException | DateTimeParseException e) {
      errors.put(field, words.of("audit.wrong-" + field));
    }
  }

  AuditQuery query() {
    return new AuditQuery(
        day(text(from)).atStartOfDay(Moments.CHINA).toInstant(),
        day(text(until)).plusDays(1).atStartOfDay(Moments.CHINA).toInstant(),
        text(actor),
        parsed(account, AccountId::of),
        text(action),
        "",
        parsed(resident, ResidentId::of),
        parsed(institution, InstitutionId::of),
        parsed(outcome, AuditOutcome::valueOf));
  }

  Map<String, String> filters() {
    var filters = new LinkedHashMap<String, String>();
    filters.put("from", text(from));
    filters.put("until", text(until));
    filters.put("actor", text(actor));
    filters.put("account", text(account));
    filters.put("action", text(action));
    filters.put("resident", text(resident));
    filters.put("institution", text(institution));
    filters.put("outcome", text(outcome));
    return filters;
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static <T> @Nullable T parsed(@Nullable String value, Function<String, T> read) {
    return text(value).isEmpty() ? null : read.apply(text(value));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value.strip();
  }
}
