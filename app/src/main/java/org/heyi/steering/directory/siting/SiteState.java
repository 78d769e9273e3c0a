package org.heyi.steering.directory.siting;

import java.util.Locale;
import java.util.Set;

/// 卫生室点位状态: what is so of a site.
public enum SiteState {
  PLANNED,
  OPEN,
  MERGED,
  CLOSED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What it may become next. What has merged or closed stays so: whoever comes back is a new site.
  public Set<SiteState> next() {
    return switch (this) {
      case PLANNED -> Set.of(OPEN, CLOSED);
      case OPEN -> Set.of(MERGED, CLOSED);
      case MERGED, CLOSED -> Set.of();
    };
  }

  /// Whether it is or is to be there, so that it may take over from others.
  public boolean stands() {
    return this == PLANNED || this == OPEN;
  }

  /// Whether a site of this state can be of that one in a later version.
  boolean leadsTo(SiteState later) {
    return this == later || next().stream().anyMatch(it -> it.leadsTo(later));
  }
}
