package org.heyi.flow.capacity;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.heyi.platform.shared.ConsortiumId;

/// 放号参数: when a hospital's slots open and to whom (P-06). Where it belongs to several consortia,
/// what protects the reserved slots most counts for everybody, and each consortium's own rule for
/// its own members.
///
/// @param publicDays calendar days before the visit from which everybody books
/// @param unusedExpire true: unused reserved slots lapse; false: they are released to everybody
/// @param unusedBefore how long before the session that happens
record Opening(List<Share> shares, int publicDays, boolean unusedExpire, Duration unusedBefore) {

  /// What one consortium's members may take.
  record Share(ConsortiumId consortium, Set<Entitlement> entitled, int days) {

    Share {
      entitled = Set.copyOf(entitled);
    }

    boolean covers(Booker booker) {
      return booker.carried()
          || (booker.consortia().contains(consortium)
              && entitled.stream().anyMatch(it -> it.covers(booker)));
    }
  }

  Opening {
    shares = List.copyOf(shares);
  }

  /// Days before the visit from which this booker takes reserved slots; empty: not entitled.
  OptionalInt entitledDays(Booker booker) {
    return booker.books()
        ? shares.stream().filter(it -> it.covers(booker)).mapToInt(Share::days).max()
        : OptionalInt.empty();
  }
}
