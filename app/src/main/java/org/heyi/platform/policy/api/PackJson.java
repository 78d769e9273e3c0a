package org.heyi.platform.policy.api;

import java.time.Instant;
import java.time.LocalDate;
import org.heyi.platform.policy.Pack;

/// The head of a pack as JSON.
///
/// @param clause where the plan says from when it holds; empty when the house chose
/// @param synthetic made from a template: nothing in it is a real place
record PackJson(
    String area,
    String name,
    String nameEn,
    String level,
    String region,
    int version,
    LocalDate effective,
    String clause,
    Pack.Plan plan,
    boolean synthetic) {

  static PackJson of(Pack it) {
    return new PackJson(
        it.area().value(),
        it.name(),
        it.nameEn(),
        it.level(),
        it.region(),
        it.version(),
        it.effective(),
        it.effectiveBy().clause(),
        it.plan(),
        it.synthetic());
  }

  /// One version that was loaded.
  record Version(
      int version, LocalDate effective, String clause, String checksum, Instant loadedAt) {

    static Version of(Pack.Version it) {
      return new Version(
          it.version(), it.effective(), it.effectiveBy().clause(), it.checksum(), it.loadedAt());
    }
  }

  /// Where a section stands in the file.
  record Place(String name, String file, int fromLine, int untilLine) {

    static Place of(Pack.Section it) {
      return new Place(it.name(), it.file(), it.fromLine(), it.untilLine());
    }
  }
}
