package org.heyi.platform.access.leaving;

import java.util.Set;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.jspecify.annotations.Nullable;

/// 离岗人员: somebody whose account closes, or one of whose posts ends.
///
/// @param at the institution of the post that ends, or null when everything goes
/// @param keeps what they still hold in other posts; a matter that needs one of these stays
public record Leaver(
    AccountId account, String name, @Nullable InstitutionId at, Set<DutyAt> keeps) {

  public Leaver {
    keeps = Set.copyOf(keeps);
  }

  /// For SQL: `(:at = '' or institution = :at)`.
  public String where() {
    return at == null ? "" : at.value();
  }

  /// For SQL: `institution || ' ' || duty <> all (:kept)`.
  public String[] kept() {
    return keeps.stream().map(DutyAt::key).sorted().toArray(String[]::new);
  }

  /// Whether a matter that needs this is left behind.
  public boolean leaves(DutyAt needed) {
    return (at == null || at.equals(needed.institution())) && !keeps.contains(needed);
  }
}
