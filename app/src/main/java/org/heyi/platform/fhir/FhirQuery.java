package org.heyi.platform.fhir;

import static org.heyi.platform.fhir.FhirProblem.BAD_VALUE;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.PageQuery;
import org.jspecify.annotations.Nullable;

/// 检索条件: the parameters of a search, already held to the offer: known names, no modifiers, no
/// chains, each once, dates at most twice.
///
/// @param values parameter → what was given
public record FhirQuery(Map<String, List<String>> values, PageQuery page) {

  private static final Pattern DATE = Pattern.compile("(eq|ge|gt|le|lt)?(\\d{4}-\\d\\d-\\d\\d.*)");

  public FhirQuery {
    values = Map.copyOf(values);
  }

  /// A period that dates give: from inclusive, until exclusive; null is open.
  public record Span(@Nullable Instant from, @Nullable Instant until) {

    private Span and(Span other) {
      return new Span(
          from == null || (other.from != null && other.from.isAfter(from)) ? other.from : from,
          until == null || (other.until != null && other.until.isBefore(until))
              ? other.until
              : until);
    }
  }

  /// A token: `system|code`, or `code` of whatever system.
  public record Token(String system, String code) {}

  public Optional<String> text(String name) {
    return values.getOrDefault(name, List.of()).stream().findFirst();
  }

  public Optional<Token> token(String name) {
    return text(name)
        .map(it -> {
          int bar = it.indexOf('|');
          return bar < 0
              ? new Token("", it)
              : new Token(it.substring(0, bar), it.substring(bar + 1));
        });
  }

  /// What a reference parameter names: `Type/id` or `id`.
  ///
  /// @throws org.heyi.platform.shared.ProblemException `fhir.bad-value` for another type, or no id
  public <I> Optional<I> reference(String name, String type, Function<String, I> of) {
    return text(name)
        .map(it -> {
          int slash = it.lastIndexOf('/');
          if (slash >= 0 && !it.substring(0, slash).equals(type)) {
            throw BAD_VALUE.with(name, it);
          }
          return FhirForms.value(name, it.substring(slash + 1), of);
        });
  }

  /// `ge2026-11-23`, `lt2026-11-24T08:00:00+08:00`; a day is one of China.
  public Span span(String name) {
    return values.getOrDefault(name, List.of()).stream()
        .map(it -> span(name, it))
        .reduce(new Span(null, null), Span::and);
  }

  private static Span span(String name, String text) {
    var form = DATE.matcher(text);
    if (!form.matches()) {
      throw BAD_VALUE.with(name, text);
    }
    try {
      var written = form.group(2);
      boolean day = written.length() == "2026-11-23".length();
      var first = day ? start(LocalDate.parse(written)) : moment(written);
      var after = day ? start(LocalDate.parse(written).plusDays(1)) : first.plusNanos(1);
      return switch (String.valueOf(form.group(1))) {
        case "ge" -> new Span(first, null);
        case "gt" -> new Span(after, null);
        case "le" -> new Span(null, after);
        case "lt" -> new Span(null, first);
        default -> new Span(first, after);
      };
    } catch (DateTimeException wrong) {
      throw BAD_VALUE.with(name, text);
    }
  }

  private static Instant moment(String written) {
    return OffsetDateTime.parse(written).toInstant();
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(Moments.CHINA).toInstant();
  }
}
