package org.heyi.steering.directory.api;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.heyi.steering.directory.jurisdiction.PlaceNumbers;
import org.heyi.steering.directory.jurisdiction.PlaceView;
import org.heyi.steering.directory.jurisdiction.RollUp;
import org.jspecify.annotations.Nullable;

/// A jurisdiction as JSON: `total` is the sum of `direct` and the numbers of `below`.
record JurisdictionJson(
    Place place, Numbers total, Numbers direct, List<Below> below, List<String> institutions) {

  /// @param level city, county, town or village
  /// @param generated its name is an example
  record Place(
      String id,
      @Nullable String parent,
      String level,
      String name,
      String nameEn,
      String region,
      boolean generated) {

    private static Place of(PlaceView it) {
      var parent = it.parent();
      return new Place(
          it.id().value(),
          parent == null ? null : parent.value(),
          it.level(),
          it.name(),
          it.nameEn(),
          it.region(),
          it.generated());
    }
  }

  record Below(Place place, Numbers numbers) {}

  record Numbers(long institutions, List<Count> kinds, List<Count> figures) {

    private static Numbers of(PlaceNumbers it, List<RollUp.Label> labels) {
      return new Numbers(
          it.institutions(),
          it.kinds().entrySet().stream().map(Count::of).toList(),
          IntStream.range(0, labels.size())
              .mapToObj(i -> new Count(labels.get(i).code(), it.figures().get(i)))
              .toList());
    }
  }

  /// So many of a kind of institution, or a room's number.
  record Count(String code, long count) {

    private static Count of(Map.Entry<String, Long> it) {
      return new Count(it.getKey(), it.getValue());
    }
  }

  static JurisdictionJson of(RollUp it) {
    return new JurisdictionJson(
        Place.of(it.place()),
        Numbers.of(it.total(), it.labels()),
        Numbers.of(it.direct(), it.labels()),
        it.branches().stream()
            .map(branch ->
                new Below(Place.of(branch.place()), Numbers.of(branch.numbers(), it.labels())))
            .toList(),
        it.here().stream().map(institution -> institution.id().value()).toList());
  }
}
