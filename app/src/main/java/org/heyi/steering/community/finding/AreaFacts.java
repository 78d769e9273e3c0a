package org.heyi.steering.community.finding;

import java.util.List;
import org.heyi.platform.policy.Pack;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.steering.community.ConsortiumView;
import org.heyi.steering.community.GridView;
import org.heyi.steering.community.MemberRole;

/// 结构事实: today's groups of an area with their members and grids.
record AreaFacts(Pack area, List<Group> groups) {

  record Group(ConsortiumView view, List<Member> members, List<GridView> grids) {

    List<Member> in(GridView grid) {
      return members.stream().filter(it -> it.grid().equals(grid.id())).toList();
    }
  }

  /// @param ownership asked for leads only
  record Member(
      InstitutionId id,
      String name,
      String kind,
      String level,
      String ownership,
      MemberRole role,
      String grid) {}

  /// How many groups the institutions of a grid belong to.
  long groupsOf(Group group, GridView grid) {
    var inside = group.in(grid).stream().map(Member::id).toList();
    return groups.stream()
        .filter(it -> it.members().stream().anyMatch(one -> inside.contains(one.id())))
        .count();
  }
}
