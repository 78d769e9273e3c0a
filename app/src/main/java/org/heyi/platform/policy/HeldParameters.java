package org.heyi.platform.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.ProblemException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Refuses a pack that changes a value which a room above holds fast.
@Component
class HeldParameters {

  /// Whatever the date from which a value holds.
  private static final LocalDate EVER = LocalDate.of(9999, 12, 31);

  private record Refused(String key, ProblemException why) {}

  private final ObjectProvider<ParameterGuard> guards;
  private final PolicyStore store;

  HeldParameters(ObjectProvider<ParameterGuard> guards, PolicyStore store) {
    this.guards = guards;
    this.store = store;
  }

  /// Tells the faults, each in the row of its parameter.
  void check(PackNode section, PackReading reading) {
    var area = reading.kept(Pack.class).map(Pack::area);
    for (var refused : area.map(it -> refused(it, reading)).orElse(List.of())) {
      var row =
          ParameterCatalogue.ONLY
              .entry(refused.key())
              .flatMap(it -> section.fields().take(it.group()));
      row.orElse(section).refuse(refused.why().problem(), refused.why().args().toArray());
    }
  }

  /// The same when it is written.
  ///
  /// @throws ProblemException the first refusal
  void require(AreaId area, PackReading reading) {
    for (var refused : refused(area, reading)) {
      throw refused.why();
    }
  }

  private List<Refused> refused(AreaId area, PackReading reading) {
    var refused = new ArrayList<Refused>();
    for (var held : guards.stream().flatMap(it -> it.held(area).stream()).toList()) {
      var before =
          store
              .find(held.key(), area, held.consortium(), EVER)
              .map(PolicyValue::values)
              .orElse(List.of());
      var after = ParameterOverrides.words(reading, held.consortium(), held.key());
      if (!after.containsAll(before)) {
        var args = new ArrayList<>(held.args());
        args.add(String.join("、", before));
        args.add(after.isEmpty() ? "—" : String.join("、", after));
        refused.add(new Refused(held.key(), held.because().with(args.toArray())));
      }
    }
    return refused;
  }
}
