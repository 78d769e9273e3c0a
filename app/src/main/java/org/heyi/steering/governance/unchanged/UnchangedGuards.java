package org.heyi.steering.governance.unchanged;

import java.util.ArrayList;
import java.util.List;
import org.heyi.platform.policy.ParameterGuard;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.NoStaffNeeded;
import org.heyi.steering.directory.InstitutionGuard;
import org.springframework.stereotype.Component;

/// Refuses a change of what integration leaves as it is (GOV-12), by whatever road it comes. What
/// holds is what was loaded before: a plan first gives an attribute up, then it may be changed.
@Component
class UnchangedGuards implements InstitutionGuard, ParameterGuard {

  private static final String HOUSE = "—";

  private final UnchangedStore store;

  UnchangedGuards(UnchangedStore store) {
    this.store = store;
  }

  @Override
  @NoStaffNeeded(because = "a rule says no, whoever asks")
  public List<Objection> objections(List<Change> changes) {
    var kept = store.keptAt(changes.stream().map(Change::institution).distinct().toList());
    var objections = new ArrayList<Objection>();
    for (var change : changes) {
      kept.stream()
          .filter(it -> it.institution().equals(change.institution()))
          .filter(it -> it.attribute().facts().contains(change.fact()))
          .forEach(it -> objections.add(objection(it, change)));
    }
    return objections;
  }

  private static Objection objection(UnchangedStore.Kept kept, Change change) {
    return new Objection(
        change.institution(),
        UnchangedProblem.FACT_STAYS,
        List.of(
            kept.institutionName(),
            kept.words(),
            kept.consortiumName(),
            kept.clause().isEmpty() ? HOUSE : kept.clause(),
            change.fact(),
            change.before(),
            change.after().isEmpty() ? HOUSE : change.after()));
  }

  @Override
  @NoStaffNeeded(because = "a rule says no, whoever asks")
  public List<Held> held(AreaId area) {
    return store.keptIn(area).stream()
        .filter(it -> !it.attribute().parameter().isEmpty())
        .map(it ->
            new Held(
                it.consortium(),
                it.attribute().parameter(),
                UnchangedProblem.PARAMETER_STAYS,
                List.of(
                    it.attribute().parameter(),
                    it.words(),
                    it.consortiumName(),
                    it.clause().isEmpty() ? HOUSE : it.clause())))
        .toList();
  }
}
