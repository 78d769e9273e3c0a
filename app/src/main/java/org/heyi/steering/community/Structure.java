package org.heyi.steering.community;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// 结构: who is in what on one day: enough to count by. It comes from a pack while it is read, or
/// from the tables.
record Structure(
    Map<String, Place> institutions,
    List<Consortium> consortia,
    List<Member> members,
    List<Grid> grids) {

  /// @param managedBy centres that manage it
  record Place(String kind, String level, Set<String> managedBy) {}

  record Consortium(String id, ConsortiumForm form, boolean nested, boolean includesClinics) {}

  record Member(String consortium, String institution, MemberRole role) {}

  record Grid(String id, String consortium, String lead, List<String> members) {}

  Stream<Member> membersOf(String consortium) {
    return members.stream().filter(it -> it.consortium().equals(consortium));
  }

  Optional<Place> place(String institution) {
    return Optional.ofNullable(institutions.get(institution));
  }

  Stream<Consortium> outermost() {
    return consortia.stream().filter(it -> !it.nested());
  }

  /// Clinics and stations managed by members, when they belong to the consortium.
  Stream<Place> clinicsOf(String consortium) {
    var includes =
        consortia.stream().anyMatch(it -> it.id().equals(consortium) && it.includesClinics());
    var centres = membersOf(consortium).map(Member::institution).toList();
    return includes
        ? institutions.values().stream()
            .filter(it -> it.managedBy().stream().anyMatch(centres::contains))
        : Stream.empty();
  }

  Stream<Place> clinics() {
    return institutions.values().stream().filter(it -> !it.managedBy().isEmpty());
  }
}
