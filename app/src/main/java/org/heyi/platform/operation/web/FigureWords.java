package org.heyi.platform.operation.web;

import java.time.Duration;
import org.heyi.platform.operation.Figure;
import org.heyi.platform.operation.FigureUnit;
import org.heyi.platform.shell.Words;
import org.jspecify.annotations.Nullable;

/// Says figures in the reader's language.
public final class FigureWords {

  private static final double KILO = 1024;
  private static final String[] SIZES = {"KB", "MB", "GB", "TB"};
  private static final long PERCENT = 100;

  public static String label(Figure figure, Words words) {
    return words.of(figure.word());
  }

  /// The word of a part: of this figure, else of what tells the parts apart, else its own.
  public static String part(Figure figure, String code, Words words) {
    return words.orElse(
        figure.word() + "." + code,
        words.orElse(figure.by() + "." + code, words.orElse(code, code)));
  }

  public static String job(String name, Words words) {
    return words.orElse("job." + name, name);
  }

  public static String number(FigureUnit unit, double number, Words words) {
    return switch (unit) {
      case COUNT -> String.format(words.locale(), "%,d", Math.round(number));
      case SECONDS -> time(Duration.ofSeconds(Math.round(number)), words);
      case BYTES -> size(number, words);
      case RATIO -> Math.round(number * PERCENT) + "%";
    };
  }

  private static String size(double bytes, Words words) {
    var size = bytes / KILO;
    int step = 0;
    while (size >= KILO && step < SIZES.length - 1) {
      size /= KILO;
      step++;
    }
    return String.format(words.locale(), "%,.1f %s", size, SIZES[step]);
  }

  /// In the largest unit of which there are two.
  public static String time(@Nullable Duration time, Words words) {
    if (time == null) {
      return "";
    }
    var seconds = Math.max(0, time.toSeconds());
    if (seconds < 2 * 60) {
      return words.of("operation.seconds", seconds);
    }
    if (seconds < 2 * 3600) {
      return words.of("operation.minutes", seconds / 60);
    }
    return seconds < 2 * 86_400
        ? words.of("operation.hours", seconds / 3600)
        : words.of("operation.days", seconds / 86_400);
  }

  /// When it runs next, or that it should have.
  public static String next(Duration next, Words words) {
    return next.isNegative()
        ? words.of("operation.late-by", time(next.negated(), words))
        : words.of("operation.in", time(next, words));
  }

  public static String ago(@Nullable Duration since, Words words) {
    return since == null
        ? words.of("operation.never")
        : words.of("operation.ago", time(since, words));
  }

  private FigureWords() {}
}
