package org.heyi.platform.shell;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/// 文字: the words of one reader's language. Every text on a page comes from here.
public final class Words {

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private final MessageSource source;
  private final Locale locale;

  public Words(MessageSource source, Locale locale) {
    this.source = source;
    this.locale = locale;
  }

  /// The words of every language of the house, for what comes back from people in either.
  public static List<Words> ofEachLanguage(MessageSource source) {
    return Languages.ALL.stream().map(it -> new Words(source, it)).toList();
  }

  /// The sentence of a key with its places {0}, {1} … filled.
  ///
  /// @throws org.springframework.context.NoSuchMessageException when nobody wrote it
  public String of(String key, Object... args) {
    return source.getMessage(key, Arrays.stream(args).map(this::text).toArray(), locale);
  }

  /// The sentence of a key, or another text where there is none: for words that come as data.
  public String orElse(String key, String otherwise) {
    var found = source.getMessage(key, new Object[0], null, locale);
    return found == null ? otherwise : found;
  }

  /// The sentence of a refusal that is remembered by its code only: what it was about is gone.
  public String refusal(String code) {
    var gone = new Object[] {"…", "…", "…", "…"};
    return Objects.requireNonNull(source.getMessage(code, gone, code, locale));
  }

  public String of(Problem problem, Object... args) {
    return of(problem.code(), args);
  }

  public String date(@Nullable LocalDate date) {
    return date == null ? "" : DATE.format(date);
  }

  /// Date and time in China, 24 hours.
  public String time(@Nullable Instant instant) {
    return instant == null ? "" : TIME.format(instant.atZone(Moments.CHINA));
  }

  /// The time of day in China, 24 hours.
  public String clock(Instant instant) {
    return CLOCK.format(instant.atZone(Moments.CHINA));
  }

  /// The day of the week, Monday to Sunday, in the reader's language.
  public String weekday(LocalDate date) {
    return of("shell.weekday-" + date.getDayOfWeek().getValue());
  }

  public Locale locale() {
    return locale;
  }

  /// As HTML wants it: `zh-CN` or `en`.
  public String language() {
    return locale.toLanguageTag();
  }

  private Object text(Object arg) {
    return switch (arg) {
      case LocalDate date -> date(date);
      case Instant instant -> time(instant);
      default -> arg.toString();
    };
  }
}
