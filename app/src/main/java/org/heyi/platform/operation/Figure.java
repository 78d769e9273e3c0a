package org.heyi.platform.operation;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// 运行指标: one number about how the system runs, or one for each of a few kinds.
///
/// It never says whom it is about: a part is a code of ours, and what is none is counted as
/// `other`. So no name or number of a person can become a label, and there are never many.
///
/// @param name e.g. `work.overdue`; its word is `figure.work.overdue`, its metric
///   `heyi_work_overdue`
/// @param by what tells the parts apart, e.g. `kind`; empty when there is one number only
/// @param parts code → number; the one number stands under the empty code
public record Figure(String name, FigureUnit unit, String by, SequencedMap<String, Double> parts) {

  static final String OTHER = "other";
  static final int MOST_PARTS = 50;
  private static final double MILLIS = 1000;
  private static final Pattern NAME = Pattern.compile("[a-z]+\\.[a-z]+(-[a-z]+)*");
  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*([.-][a-z0-9]+){0,7}");
  private static final int LONGEST_CODE = 60;

  public Figure {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("no name of a figure: " + name);
    }
    parts = Collections.unmodifiableSequencedMap(by.isEmpty() ? parts : codes(parts));
  }

  public static Figure count(String name, long number) {
    return single(name, FigureUnit.COUNT, (double) number);
  }

  public static Figure seconds(String name, Duration time) {
    return single(name, FigureUnit.SECONDS, time.toMillis() / MILLIS);
  }

  public static Figure bytes(String name, long number) {
    return single(name, FigureUnit.BYTES, (double) number);
  }

  public static Figure ratio(String name, double share) {
    return single(name, FigureUnit.RATIO, share);
  }

  private static Figure single(String name, FigureUnit unit, double number) {
    var one = new LinkedHashMap<String, Double>();
    one.put("", number);
    return new Figure(name, unit, "", one);
  }

  /// One number for each kind; those after the [#MOST_PARTS]th are one.
  public static Figure each(
      String name, FigureUnit unit, String by, Map<String, ? extends Number> numbers) {
    var parts = new LinkedHashMap<String, Double>();
    numbers.forEach((code, number) -> parts.put(code, number.doubleValue()));
    return new Figure(name, unit, by, parts);
  }

  private static SequencedMap<String, Double> codes(SequencedMap<String, Double> parts) {
    var known = new LinkedHashMap<String, Double>();
    parts.forEach((code, number) -> {
      var isCode = code.length() <= LONGEST_CODE && CODE.matcher(code).matches();
      known.merge(isCode && known.size() < MOST_PARTS ? code : OTHER, number, Double::sum);
    });
    return known;
  }

  /// The largest of its parts; zero where there is none.
  public double worst() {
    return parts.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }

  /// As Prometheus knows it.
  public String metric() {
    return "heyi_" + name.replaceAll("[.-]", "_") + unit.suffix();
  }

  /// Key of its words.
  public String word() {
    return "figure." + name;
  }
}
