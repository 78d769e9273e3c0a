package org.heyi.steering.directory;

import java.util.Optional;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.jspecify.annotations.Nullable;

/// 机构: an institution as of today.
///
/// @param kind word of the closed list of GOV-03, e.g. `township_health_centre`
/// @param level as stated by the plan, e.g. `3A`, or empty
/// @param managedBy the institution that manages it (GOV-09), for village clinics
/// @param generated made by Heyi where the plan gives a count but no name
public record InstitutionView(
    InstitutionId id,
    AreaId area,
    String name,
    String tradeName,
    String kind,
    String level,
    @Nullable InstitutionId managedBy,
    boolean generated) {

  /// Whether its level is that one or higher; empty where the plan states none.
  public Optional<Boolean> isAtLeast(String wanted) {
    return level.isEmpty()
        ? Optional.empty()
        : Optional.of(
            InstitutionsSection.LEVELS.indexOf(level)
                >= InstitutionsSection.LEVELS.indexOf(wanted));
  }
}
