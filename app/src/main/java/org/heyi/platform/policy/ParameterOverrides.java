package org.heyi.platform.policy;

import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Stream;

/// 医共体参数: what the consortia of a pack have instead of the area's values, for sections that must
/// agree with a parameter.
public record ParameterOverrides(List<ParameterPlan> plans) {

  /// The words of a parameter as they will hold for a consortium: its own, else the area's; of the
  /// area where the consortium is empty.
  public static SequencedSet<String> words(PackReading reading, String consortium, String key) {
    return plans(reading)
        .filter(it -> it.whose().consortium().equals(consortium) || it.whose().isArea())
        .map(it -> it.words(key))
        .filter(it -> !it.isEmpty())
        .findFirst()
        .orElseGet(java.util.LinkedHashSet::new);
  }

  /// Every word that the area or one of its consortia has for a parameter.
  public static List<String> everyWord(PackReading reading, String key) {
    return plans(reading).flatMap(it -> it.words(key).stream()).distinct().toList();
  }

  /// The consortia's before the area's.
  private static Stream<ParameterPlan> plans(PackReading reading) {
    return Stream.concat(
        reading.kept(ParameterOverrides.class).stream().flatMap(it -> it.plans().stream()),
        reading.kept(ParameterPlan.class).stream());
  }
}
