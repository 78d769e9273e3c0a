package org.heyi.platform.access.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads what was typed into a form.
final class Typed {

  static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }

  /// A password keeps its blanks.
  static String raw(@Nullable String typed) {
    return typed == null ? "" : typed;
  }

  static @Nullable LocalDate date(@Nullable String typed) {
    return read(typed, LocalDate::parse);
  }

  /// Null when nothing was typed, or nothing that can be read.
  static <T> @Nullable T read(@Nullable String typed, Function<String, T> reader) {
    try {
      return text(typed).isEmpty() ? null : reader.apply(text(typed));
    } catch (IllegalArgumentException | DateTimeParseException e) {
      return null;
    }
  }

  private Typed() {}
}
