package org.heyi.steering.community;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// 组成公式的一项: what is counted and how many there should be (TSK-18), e.g. the "10" of 1+N+10.
///
/// @param of members, clinics, grids, grid_members; for a whole area also consortia, modes,
///   institutions
/// @param levels exact; kinds, roles, forms, levels that are empty select everything
/// @param open the plan's list is not closed ("等", "N")
record FormulaPart(
    String label,
    String of,
    String grid,
    List<String> roles,
    List<String> kinds,
    List<String> levels,
    List<String> forms,
    @Nullable Integer count,
    @Nullable Integer atLeast,
    @Nullable Integer atMost,
    boolean open,
    String clause) {

  static final List<String> IN_CONSORTIUM = List.of("members", "clinics", "grids", "grid_members");
  static final List<String> IN_AREA =
      List.of("consortia", "modes", "institutions", "clinics", "grids");

  /// How many there are.
  ///
  /// @param consortium whose part it is, or empty for the area's
  int counted(Structure structure, String consortium) {
    var counted =
        switch (of) {
          case "members" -> members(structure, consortium).count();
          case "clinics" -> clinics(structure, consortium).count();
          case "grids" -> grids(structure, consortium).count();
          case "grid_members" ->
              grids(structure, consortium)
                  .filter(it -> it.id().equals(grid))
                  .mapToLong(it -> it.members().size())
                  .sum();
          case "consortia" -> structure.outermost().filter(this::hasForm).count();
          case "modes" -> structure.outermost().map(it -> it.form().mode()).distinct().count();
          case "institutions" ->
              structure.institutions().values().stream().filter(this::fits).count();
          default -> throw new IllegalStateException(of);
        };
    return Math.toIntExact(counted);
  }

  boolean holds(int counted) {
    return (count == null || counted == count)
        && (atLeast == null || counted >= atLeast)
        && (atMost == null || counted <= atMost);
  }

  /// What is wanted, as text: `10`, `≥3`, `1–3`.
  String wanted() {
    if (count != null) {
      return count.toString();
    }
    if (atLeast != null && atMost != null) {
      return atLeast + "–" + atMost;
    }
    return atLeast != null ? "≥" + atLeast : "≤" + atMost;
  }

  private Stream<Structure.Member> members(Structure structure, String consortium) {
    return structure
        .membersOf(consortium)
        .filter(it -> roles.isEmpty() || roles.contains(it.role().code()))
        .filter(it -> structure.place(it.institution()).map(this::fits).orElse(false));
  }

  private Stream<Structure.Place> clinics(Structure structure, String consortium) {
    var all = consortium.isEmpty() ? structure.clinics() : structure.clinicsOf(consortium);
    return all.filter(this::fits);
  }

  private static Stream<Structure.Grid> grids(Structure structure, String consortium) {
    return structure.grids().stream()
        .filter(it -> consortium.isEmpty() || it.consortium().equals(consortium));
  }

  private boolean fits(Structure.Place place) {
    return (kinds.isEmpty() || kinds.contains(place.kind()))
        && (levels.isEmpty() || levels.contains(place.level()));
  }

  private boolean hasForm(Structure.Consortium consortium) {
    return forms.isEmpty() || forms.contains(consortium.form().code());
  }
}
