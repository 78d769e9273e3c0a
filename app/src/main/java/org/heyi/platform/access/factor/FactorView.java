package org.heyi.platform.access.factor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// 二次验证状态: how somebody's own second factor stands.
///
/// @param since when it was set up, or null when there is none
/// @param recoveryCodes how many are left
/// @param required the role in use asks for it, so it can be replaced but not removed
/// @param beingSetUp in this session
public record FactorView(
    @Nullable Instant since, int recoveryCodes, boolean required, boolean beingSetUp) {

  public boolean isActive() {
    return since != null;
  }
}
