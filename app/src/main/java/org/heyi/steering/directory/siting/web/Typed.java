package org.heyi.steering.directory.siting.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shell.Words;
import org.heyi.steering.directory.siting.SitingFault;
import org.jspecify.annotations.Nullable;

/// Reads what was typed into the forms of the siting plan.
final class Typed {

  private static final LocalDate FIRST = LocalDate.of(1949, 10, 1);
  private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

  private Typed() {}

  static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }

  /// Null where nothing, or nothing that is a day of this age, was typed.
  static @Nullable LocalDate day(@Nullable String typed) {
    try {
      var day = LocalDate.parse(text(typed));
      return day.isBefore(FIRST) || day.isAfter(LAST) ? null : day;
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  static @Nullable String code(@Nullable String typed) {
    return text(typed).isEmpty() ? null : text(typed);
  }

  static @Nullable InstitutionId institution(@Nullable String typed) {
    return text(typed).isEmpty() ? null : InstitutionId.of(text(typed));
  }

  /// An institution that nobody could have chosen from a list.
  static void readable(
      String field, @Nullable String typed, Map<String, String> errors, Words words) {
    if (!text(typed).isEmpty() && InstitutionId.find(text(typed)).isEmpty()) {
      errors.put(field, words.of("siting.choose-from-list"));
    }
  }

  /// The constant that is called so on the wire.
  static <T> Optional<T> find(T[] all, Function<T, String> code, @Nullable String typed) {
    return Arrays.stream(all).filter(it -> code.apply(it).equals(text(typed))).findFirst();
  }

  /// The first sentence of each field.
  static Map<String, String> errors(List<SitingFault> faults, Words words) {
    var errors = new LinkedHashMap<String, String>();
    faults.forEach(
        it -> errors.putIfAbsent(it.field(), words.of(it.problem(), it.args().toArray())));
    return errors;
  }
}
