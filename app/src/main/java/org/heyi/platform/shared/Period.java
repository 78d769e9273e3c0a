package org.heyi.platform.shared;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// 有效期: from a date on, up to and excluding another, or open.
public record Period(LocalDate from, @Nullable LocalDate until) {

  public Period {
    if (until != null && !until.isAfter(from)) {
      throw new IllegalArgumentException("a period ends after it begins");
    }
  }

  public boolean covers(LocalDate date) {
    return !date.isBefore(from) && (until == null || date.isBefore(until));
  }
}
