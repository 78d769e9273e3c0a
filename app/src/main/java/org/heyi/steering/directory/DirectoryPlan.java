package org.heyi.steering.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// 包中名录: all institutions of one pack, for the sections that name them.
///
/// @param listed institutions with a department list of their own
public record DirectoryPlan(
    SequencedMap<String, PlannedInstitution> institutions, Set<String> listed) {

  static DirectoryPlan of(Collection<PlannedInstitution> institutions) {
    var byId = new LinkedHashMap<String, PlannedInstitution>();
    institutions.forEach(it -> byId.putIfAbsent(it.id(), it));
    return new DirectoryPlan(byId, Set.of());
  }

  DirectoryPlan and(Collection<PlannedInstitution> more) {
    var all = new ArrayList<>(institutions.values());
    all.addAll(more);
    return of(all);
  }

  DirectoryPlan listed(Set<String> those) {
    return new DirectoryPlan(institutions, those);
  }

  public Optional<PlannedInstitution> find(String id) {
    return Optional.ofNullable(institutions.get(id));
  }

  /// The clinics and stations that a centre manages.
  public List<PlannedInstitution> managedBy(String centre) {
    return institutions.values().stream().filter(it -> it.isManagedBy(centre)).toList();
  }
}
