package org.heyi.steering.directory.siting;

import java.util.Locale;
import org.heyi.platform.shared.InstitutionId;
import org.jspecify.annotations.Nullable;

/// 居民点: a village or community and who serves it.
///
/// @param population null where nobody has counted
/// @param centre the township health centre that answers for it
/// @param site code of the site that serves it, if one does
public record Settlement(
    String code,
    String name,
    String town,
    Kind kind,
    @Nullable Integer population,
    @Nullable InstitutionId centre,
    ServedBy servedBy,
    @Nullable String site) {

  /// 自然村, 行政村, 社区.
  public enum Kind {
    NATURAL_VILLAGE,
    ADMINISTRATIVE_VILLAGE,
    COMMUNITY;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
