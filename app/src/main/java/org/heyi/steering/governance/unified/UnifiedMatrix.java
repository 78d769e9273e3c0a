package org.heyi.steering.governance.unified;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.heyi.platform.policy.Citation;
import org.heyi.platform.shared.ConsortiumId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.steering.community.MemberRole;
import org.jspecify.annotations.Nullable;

/// 统一管理一览: how far each member of a consortium is managed as one, in each dimension.
///
/// @param begins where all begin, before anybody recorded anything
public record UnifiedMatrix(
    ConsortiumId consortium,
    UnifiedStatus begins,
    Citation origin,
    List<UnifiedDimension> dimensions,
    List<Row> rows) {

  /// A member with its cells, in the order of the dimensions.
  public record Row(InstitutionId institution, String name, MemberRole role, List<Cell> cells) {

    /// In how many dimensions it has that status.
    public long count(UnifiedStatus status) {
      return cells.stream().filter(it -> it.status() == status).count();
    }
  }

  /// One member in one dimension.
  ///
  /// @param version how often it was changed
  /// @param since null where nobody recorded anything yet
  public record Cell(
      UnifiedDimension dimension, int version, UnifiedStatus status, @Nullable LocalDate since) {}

  /// One recorded change.
  public record Change(
      InstitutionId institution,
      UnifiedKind kind,
      String dimension,
      int version,
      UnifiedStatus status,
      LocalDate since,
      String note,
      Instant changedAt) {}
}
