package org.heyi.platform.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// 使用情况: who holds any of some duties at an institution today, and when one of them last signed in.
public record DutyUse(long people, long systems, @Nullable Instant lastIn) {

  public static final DutyUse NONE = new DutyUse(0, 0, null);

  public boolean open() {
    return people + systems > 0;
  }
}
