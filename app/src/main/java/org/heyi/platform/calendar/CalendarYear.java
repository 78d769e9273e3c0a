package org.heyi.platform.calendar;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// 年度节假日安排: one year as the State Council's notice set it.
///
/// @param off days off, weekends among them or not
/// @param work Saturdays and Sundays on which the country works
record CalendarYear(int year, String source, Set<LocalDate> off, Set<LocalDate> work) {

  static CalendarYear read(Resource file) throws IOException {
    try (var text = file.getInputStream()) {
      Map<?, ?> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
      var off = new HashSet<LocalDate>();
      var work = new HashSet<LocalDate>();
      for (var holiday : maps(root.get("holidays"))) {
        var days = dates(holiday.get("rest"));
        days.getFirst().datesUntil(days.getLast().plusDays(1)).forEach(off::add);
        work.addAll(dates(holiday.get("work")));
      }
      var source = (Map<?, ?>) requireNonNull(root.get("source"));
      return new CalendarYear(
          (Integer) requireNonNull(root.get("year")),
          source.get("title") + " " + source.get("document"),
          off,
          work);
    } catch (RuntimeException e) {
      throw new IllegalStateException("the calendar " + file + " cannot be read", e);
    }
  }

  private static List<Map<?, ?>> maps(@Nullable Object list) {
    return ((List<?>) requireNonNull(list)).stream().<Map<?, ?>>map(it -> (Map<?, ?>) it).toList();
  }

  private static List<LocalDate> dates(@Nullable Object texts) {
    return ((List<?>) requireNonNull(texts))
        .stream().map(it -> LocalDate.parse((String) it)).toList();
  }
}
