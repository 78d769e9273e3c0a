package org.heyi.person.resident;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Scope;
import org.heyi.platform.shared.Staff;
import org.springframework.stereotype.Component;

/// 可见范围: which residents a reader sees: a duty reaches an institution that has a live relationship
/// with them. All else does not exist for the reader.
@Component
class ResidentSight {

  private final FindStore store;
  private final Clock clock;

  ResidentSight(FindStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /// The institutions that the duty reaches; none without the duty.
  List<String> institutions(Staff by, ResidentDuty duty) {
    return by.scope(duty).map(it -> store.institutions(by, it)).orElse(List.of());
  }

  /// @throws org.heyi.platform.shared.ProblemException `resident.not-found`,
  ///   `resident.not-yours-to-do`
  Set<ResidentAction> require(ResidentId id, ResidentAction action, Staff by) {
    var actions = actions(id, by);
    if (actions.isEmpty()) {
      throw ResidentProblem.NOT_FOUND.with();
    }
    if (!actions.contains(action)) {
      throw ResidentProblem.NOT_YOURS_TO_DO.with();
    }
    return actions;
  }

  /// What the reader may do; whoever sees somebody may at least print their card.
  ///
  /// @throws org.heyi.platform.shared.ProblemException `resident.not-found`
  Set<ResidentAction> requireSeen(ResidentId id, Staff by) {
    var actions = actions(id, by);
    if (actions.isEmpty()) {
      throw ResidentProblem.NOT_FOUND.with();
    }
    return actions;
  }

  /// Those with which the reader may do that, in few questions.
  Set<ResidentId> those(Collection<ResidentId> ids, ResidentAction action, Staff by) {
    var reaching = new HashMap<ResidentId, Set<ResidentDuty>>();
    for (var duty : ResidentDuty.values()) {
      if (by.may(duty)) {
        store
            .seen(ids, institutions(by, duty), clock.instant())
            .forEach(it ->
                reaching.computeIfAbsent(it, _ -> EnumSet.noneOf(ResidentDuty.class)).add(duty));
      }
    }
    return reaching.entrySet().stream()
        .filter(it -> ResidentActions.of(it.getValue()).contains(action))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  LocalDate birthDate(ResidentId id) {
    return store.birthDate(id);
  }

  void requireDuty(Staff by, ResidentDuty duty) {
    if (!by.may(duty)) {
      throw ResidentProblem.NOT_YOURS_TO_DO.with();
    }
  }

  private Set<ResidentAction> actions(ResidentId id, Staff by) {
    var reaching = EnumSet.noneOf(ResidentDuty.class);
    var seen = new EnumMap<Scope, Boolean>(Scope.class);
    for (var duty : ResidentDuty.values()) {
      by.scope(duty)
          .filter(scope -> seen.computeIfAbsent(scope, it -> seen(id, it, by)))
          .ifPresent(_ -> reaching.add(duty));
    }
    return ResidentActions.of(reaching);
  }

  private boolean seen(ResidentId id, Scope scope, Staff by) {
    return store.seen(id, store.institutions(by, scope), clock.instant());
  }
}
