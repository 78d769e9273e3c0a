package org.heyi.steering.community;

import java.util.Collection;
import java.util.Set;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.steering.directory.InstitutionView;
import org.jspecify.annotations.Nullable;

/// 缺项: what members should have so that the community works, and who has it not. A room that knows
/// of such a thing declares a bean; the page of the area shows it.
public interface Shortfall {

  /// Smaller is higher.
  int order();

  /// Key of its words, e.g. "no account"; with `-hint` behind it, what to do about it.
  String label();

  /// Those of these members, of one area, that should have it and have not, as of today.
  Set<InstitutionId> of(Collection<Member> members);

  /// 成员: one institution of a consortium, or a clinic through the centre that manages it.
  ///
  /// @param role its own, or that of its centre's clinics: member
  /// @param manager the centre, for a clinic
  record Member(InstitutionView institution, MemberRole role, @Nullable InstitutionId manager) {

    public InstitutionId id() {
      return institution.id();
    }

    /// Whether other members refer up to it.
    public boolean receives() {
      return role.receives();
    }
  }
}
