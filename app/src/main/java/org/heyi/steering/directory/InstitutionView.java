package org.heyi.steering.directory;

import java.util.List;
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

  /// 医院等级: from the lowest to the highest.
  public static final List<String> LEVELS =
      List.of("primary", "secondary", "secondary_a", "tertiary", "tertiary_a");

  /// Whether its level is that one or higher; empty where the plan states none.
  public Optional<Boolean> isAtLeast(String wanted) {
    return level.isEmpty()
        ? Optional.empty()
        : Optional.of(LEVELS.indexOf(level) >= LEVELS.indexOf(wanted));
  }
}
