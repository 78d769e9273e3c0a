package org.heyi.steering.community.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shell.Words;
import org.heyi.steering.community.finding.ExemptFinding;
import org.heyi.steering.community.finding.Finding;
import org.jspecify.annotations.Nullable;

/// An exemption, as typed.
///
/// @param expected as the form showed it
/// @param found as the form showed it
/// @param last the last day, or empty
public record ExemptionForm(
    @Nullable String expected,
    @Nullable String found,
    @Nullable String reason,
    @Nullable String last) {

  static ExemptionForm of(Finding it) {
    return new ExemptionForm(it.expected(), it.found(), "", "");
  }

  static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }

  Map<String, String> errors(Words words) {
    var errors = new LinkedHashMap<String, String>();
    if (text(reason).isEmpty()) {
      errors.put("reason", words.of("community.reason-missing"));
    }
    if (!text(last).isEmpty() && day() == null) {
      errors.put("last", words.of("community.wrong-date"));
    }
    return errors;
  }

  ExemptFinding command(AreaId area, String rule, String target) {
    return new ExemptFinding(area, rule, target, text(expected), text(found), text(reason), day());
  }

  private @Nullable LocalDate day() {
    try {
      return text(last).isEmpty() ? null : LocalDate.parse(text(last));
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
