package org.heyi.steering.governance.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.heyi.steering.governance.unified.UnifiedMatrix;
import org.jspecify.annotations.Nullable;

/// Unified management as JSON: members and dimensions.
///
/// @param begins where every member and dimension began
record UnifiedJson(String begins, List<DimensionJson> dimensions, List<MemberJson> members) {

  /// A dimension with what the plan says of it.
  ///
  /// @param kind unified, coordinated or integrated
  record DimensionJson(String kind, String name, String centre, String rule, String clause) {}

  /// A member with its status in each dimension.
  record MemberJson(String institution, String role, List<StatusJson> statuses) {}

  /// @param version how often it was changed
  /// @param since null where nobody recorded anything yet
  record StatusJson(
      String kind, String dimension, int version, String status, @Nullable LocalDate since) {}

  /// One recorded change.
  record ChangeJson(
      String kind,
      String dimension,
      int version,
      String status,
      LocalDate since,
      String note,
      Instant changedAt) {

    static ChangeJson of(UnifiedMatrix.Change it) {
      return new ChangeJson(
          it.kind().code(),
          it.dimension(),
          it.version(),
          it.status().code(),
          it.since(),
          it.note(),
          it.changedAt());
    }
  }

  static UnifiedJson of(UnifiedMatrix matrix) {
    return new UnifiedJson(
        matrix.begins().code(),
        matrix.dimensions().stream()
            .map(it ->
                new DimensionJson(
                    it.kind().code(), it.name(), it.centre(), it.rule(), it.origin().clause()))
            .toList(),
        matrix.rows().stream().map(UnifiedJson::member).toList());
  }

  private static MemberJson member(UnifiedMatrix.Row row) {
    return new MemberJson(
        row.institution().value(),
        row.role().code(),
        row.cells().stream()
            .map(it ->
                new StatusJson(
                    it.dimension().kind().code(),
                    it.dimension().name(),
                    it.version(),
                    it.status().code(),
                    it.since()))
            .toList());
  }
}
