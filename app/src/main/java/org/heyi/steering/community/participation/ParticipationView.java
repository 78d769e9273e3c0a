package org.heyi.steering.community.participation;

import java.util.List;
import org.heyi.platform.shared.ConsortiumId;
import org.heyi.platform.shared.InstitutionId;
import org.jspecify.annotations.Nullable;

/// 参与情况: who of an area takes part in a consortium today. The telemedicine network is independent
/// of the other forms (001 四(三)): its members do not take part through it.
///
/// @param allJoin the plan's word that all government-run primary institutions take part, or null
/// @param privateEncouraged the plan's word that private ones are encouraged, or null
/// @param grids of each consortium that has grids, which members are in none
public record ParticipationView(
    @Nullable Wish allJoin,
    @Nullable Wish privateEncouraged,
    List<Share> shares,
    List<GridCover> grids) {

  public ParticipationView {
    shares = List.copyOf(shares);
    grids = List.copyOf(grids);
  }

  /// 方案要求: what the plan wants, and where it says so.
  public record Wish(String clause) {}

  /// 参与比例: how many of a sector take part, and who does not.
  public record Share(Sector sector, long all, List<Place> missing) {

    public Share {
      missing = List.copyOf(missing);
    }

    public long taking() {
      return all - missing.size();
    }
  }

  /// 机构: one institution.
  ///
  /// @param onlyNetwork it is a member of a telemedicine network and of nothing else
  public record Place(InstitutionId id, String name, String kind, boolean onlyNetwork) {}

  /// 网格覆盖: the primary members of a consortium, and those in no grid (GOV-06).
  ///
  /// @param inGrids how many of them are in exactly one
  public record GridCover(
      ConsortiumId consortium,
      String name,
      String nameEn,
      long all,
      long inGrids,
      List<Place> unmapped) {

    public GridCover {
      unmapped = List.copyOf(unmapped);
    }
  }
}
