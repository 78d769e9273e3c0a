package org.heyi.person.resident.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.heyi.person.resident.FieldProblem;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shell.Words;
import org.jspecify.annotations.Nullable;

/// Reads what people type into fields, and says at the field what is wrong.
final class Typed {

  private static final Pattern DATE =
      Pattern.compile("(\\d{4})\\s*[-/.年]?\\s*(\\d{1,2})\\s*[-/.月]?\\s*(\\d{1,2})\\s*日?");

  /// `1980-01-02`, `1980/1/2`, `1980年1月2日`, `19800102`; null when it is none of these.
  static @Nullable LocalDate date(String typed) {
    var match = DATE.matcher(typed.strip());
    if (!match.matches()) {
      return null;
    }
    try {
      return LocalDate.of(
          Integer.parseInt(match.group(1)),
          Integer.parseInt(match.group(2)),
          Integer.parseInt(match.group(3)));
    } catch (DateTimeException impossible) {
      return null;
    }
  }

  /// Null when it is empty or no id.
  static @Nullable InstitutionId institution(String typed) {
    try {
      return typed.isEmpty() ? null : InstitutionId.of(typed);
    } catch (IllegalArgumentException none) {
      return null;
    }
  }

  /// Field → sentence, the first problem of each field.
  static Map<String, String> errors(List<FieldProblem> problems, Words words) {
    var errors = new LinkedHashMap<String, String>();
    problems.forEach(
        it -> errors.putIfAbsent(it.field(), words.of(it.problem(), it.args().toArray())));
    return errors;
  }

  static String text(@Nullable String value) {
    return value == null ? "" : value.strip();
  }

  private Typed() {}
}
