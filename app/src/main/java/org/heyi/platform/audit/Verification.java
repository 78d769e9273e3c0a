package org.heyi.platform.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// 核验结果: what comparing every entry with the sealed chain and the anchors showed.
public sealed interface Verification {

  /// How many positions of the chain were found right, from the first on.
  long verified();

  /// Nothing is altered.
  ///
  /// @param unsealed entries so new that the sealing job has not come to them
  /// @param anchors how many head hashes kept outside the database were compared
  record Whole(long verified, long unsealed, int anchors) implements Verification {}

  /// Something is altered; this is the first row where it shows.
  ///
  /// @param entry the entry's id, or null when the row that named it is gone
  record Altered(long verified, long position, @Nullable UUID entry, Difference difference)
      implements Verification {}

  /// What differs.
  enum Difference {
    /// The entry's row is not what was sealed.
    ENTRY_ALTERED,
    /// The entry's row is gone.
    ENTRY_MISSING,
    /// The seal's row is not what was written.
    SEAL_ALTERED,
    /// The seal's row is gone.
    SEAL_MISSING,
    /// The chain fits in itself but not to a head hash kept outside the database: it was cut off or
    /// written anew.
    ANCHOR_DIFFERS
  }
}
