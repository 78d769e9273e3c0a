package org.heyi.steering.directory.siting;

import java.time.LocalDate;
import org.heyi.platform.shared.InstitutionId;
import org.jspecify.annotations.Nullable;

/// 村卫生室点位: one site of a siting plan.
///
/// @param centre the township health centre that answers for it
/// @param institution what it is in the directory once it is open
/// @param since from when its state holds; of a planned one the day on which it is to open
/// @param successor code of the site into which it merged or that took over its service area
/// @param revision grows with every change
public record Site(
    String code,
    String name,
    String town,
    String village,
    @Nullable InstitutionId centre,
    @Nullable InstitutionId institution,
    SiteState state,
    LocalDate since,
    @Nullable String successor,
    String note,
    int revision) {

  /// Planned, and its day has passed.
  public boolean isOverdue(LocalDate on) {
    return state == SiteState.PLANNED && since.isBefore(on);
  }
}
