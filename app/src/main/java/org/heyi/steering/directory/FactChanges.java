package org.heyi.steering.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Finds what a pack would change of recorded facts, and asks the rooms above whether it may.
@Component
class FactChanges {

  private final ObjectProvider<InstitutionGuard> guards;
  private final InstitutionStore store;

  FactChanges(ObjectProvider<InstitutionGuard> guards, InstitutionStore store) {
    this.guards = guards;
    this.store = store;
  }

  /// @throws org.heyi.platform.shared.ProblemException the first objection
  void require(AreaId area, Collection<PlannedInstitution> institutions) {
    for (var objection : objections(area, institutions)) {
      throw objection.because().with(objection.args().toArray());
    }
  }

  List<InstitutionGuard.Objection> objections(
      AreaId area, Collection<PlannedInstitution> institutions) {
    var changes = changes(area, institutions);
    return changes.isEmpty()
        ? List.of()
        : guards.stream().flatMap(it -> it.objections(changes).stream()).toList();
  }

  private List<InstitutionGuard.Change> changes(
      AreaId area, Collection<PlannedInstitution> institutions) {
    var changes = new ArrayList<InstitutionGuard.Change>();
    var recorded = store.recorded(area);
    for (var planned : institutions) {
      var before = recorded.get(planned.id());
      if (before != null) {
        var id = InstitutionId.of(planned.id());
        var facts = planned.facts();
        add(changes, id, "kind", before.kind(), planned.kind().code());
        add(changes, id, "ownership", before.ownership(), facts.ownership());
        add(changes, id, "legal_person", before.legalPerson(), facts.legalPerson());
        var merger = planned.merger();
        if (merger != null && !before.merged()) {
          changes.add(new InstitutionGuard.Change(id, "merged_into", "—", merger.into()));
        }
      }
    }
    return changes;
  }

  private static void add(
      List<InstitutionGuard.Change> changes,
      InstitutionId institution,
      String fact,
      String before,
      String after) {
    if (!before.isEmpty() && !before.equals(after)) {
      changes.add(new InstitutionGuard.Change(institution, fact, before, after));
    }
  }
}
