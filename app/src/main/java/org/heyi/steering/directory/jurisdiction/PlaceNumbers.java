package org.heyi.steering.directory.jurisdiction;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// 政区数字: what is counted in a place, or in a part of it.
///
/// @param kinds kind of institution → how many
/// @param figures the rooms' numbers, in the order of [RollUp#labels]
public record PlaceNumbers(long institutions, Map<String, Long> kinds, List<Long> figures) {

  public PlaceNumbers {
    kinds = new TreeMap<>(kinds);
    figures = List.copyOf(figures);
  }

  static PlaceNumbers none(int figures) {
    return new PlaceNumbers(0, Map.of(), IntStream.range(0, figures).mapToObj(_ -> 0L).toList());
  }

  PlaceNumbers plus(PlaceNumbers more) {
    var sum = new TreeMap<>(kinds);
    more.kinds.forEach((kind, count) -> sum.merge(kind, count, Long::sum));
    return new PlaceNumbers(
        institutions + more.institutions,
        sum,
        IntStream.range(0, figures.size())
            .mapToObj(it -> figures.get(it) + more.figures.get(it))
            .toList());
  }
}
