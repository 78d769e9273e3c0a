package org.heyi.steering.directory.siting;

import java.util.Locale;

/// 覆盖情况: whether somebody serves a settlement, or why nobody does.
public enum Coverage {
  NOBODY,
  SITE_CLOSED,
  SITE_MERGED,
  NOT_YET_OPEN,
  COVERED;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
