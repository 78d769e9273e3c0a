package org.heyi.flow.capacity;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Which appointments are dealt with elsewhere, and where.
@Component
class Purposes {

  private static final Set<String> STEPS_OF_THE_OWNER =
      Set.of("arrive", "no_show", "move", "cancel");

  private final java.util.Map<String, PurposeOwner> owners;

  Purposes(ObjectProvider<PurposeOwner> owners) {
    this.owners =
        owners.stream().collect(Collectors.toMap(PurposeOwner::kind, Function.identity()));
  }

  /// Whether another room takes the steps of such appointments.
  boolean owned(Subject purpose) {
    return owners.containsKey(purpose.kind());
  }

  Optional<PurposeOwner> owner(Subject purpose) {
    return Optional.ofNullable(owners.get(purpose.kind()));
  }

  /// The owner's page, or empty when there is none for this person.
  String path(Subject purpose, Staff by) {
    var owner = owners.get(purpose.kind());
    return owner == null || !owner.opens(by) ? "" : owner.path(purpose.id());
  }

  /// What this room's pages offer of what may be done.
  Set<String> offered(Subject purpose, Set<String> may) {
    return owned(purpose)
        ? may.stream()
            .filter(it -> !STEPS_OF_THE_OWNER.contains(it))
            .collect(Collectors.toUnmodifiableSet())
        : may;
  }
}
