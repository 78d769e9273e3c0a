package org.heyi.steering.community.accession;

import java.time.LocalDate;
import java.util.List;
import org.heyi.platform.shared.InstitutionId;

/// 加入批次: those that joined a consortium on one day, in one batch and in the same way.
///
/// @param name of the batch, or empty
/// @param modes several where the plan joins them; none where nothing is recorded
/// @param clause where the way stands; empty when it is the house's
public record Batch(
    LocalDate since, String name, List<AccessionMode> modes, String clause, List<Joined> members) {

  public Batch {
    modes = List.copyOf(modes);
    members = List.copyOf(members);
  }

  /// 加入的机构: one of them.
  ///
  /// @param left it is no member any more
  public record Joined(InstitutionId institution, String name, boolean left) {}
}
