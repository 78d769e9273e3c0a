package org.heyi.platform.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// 封存状态: how far the log is sealed, and when somebody last checked it.
///
/// @param sealed positions in the chain
/// @param unsealed entries that wait for their seal
/// @param last the last check by a reviewer, or null when there was none
public record ChainStatus(long sealed, long unsealed, @Nullable Check last) {

  /// One check of the chain.
  ///
  /// @param by who did it
  /// @param whole whether nothing was altered
  public record Check(Instant at, String by, long verified, boolean whole) {}
}
