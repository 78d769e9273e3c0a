package org.heyi.steering.community.tie;

import java.util.List;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.ConsortiumId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Period;
import org.jspecify.annotations.Nullable;

/// 合作关系: who works with whom, about what, until when and to what end.
///
/// @param consortium null when it is none of a consortium's
/// @param party null: the consortium as a whole
/// @param counterpart null when it is only named
/// @param plan what is intended
/// @param outcome what came of it, or empty
/// @param clause empty when the house chose
public record TieView(
    String id,
    AreaId area,
    TieKind kind,
    @Nullable Whole consortium,
    @Nullable Side party,
    @Nullable InstitutionId counterpart,
    String counterpartName,
    List<String> matters,
    boolean crossGrid,
    String plan,
    String outcome,
    Period life,
    String clause) {

  public TieView {
    matters = List.copyOf(matters);
  }

  /// The consortium that has it.
  public record Whole(ConsortiumId id, String name, String nameEn) {}

  /// The institution on our side.
  public record Side(InstitutionId id, String name) {}

  /// Part of the community and of its statistics (AGR-10).
  public boolean counts() {
    return kind.counts();
  }
}
