package org.heyi.flow.capacity;

import java.util.List;
import java.util.stream.Stream;
import org.heyi.platform.revision.PackChanges;
import org.heyi.platform.revision.PackEffect;
import org.springframework.stereotype.Component;

/// Published clinics of coming days under shares that a new version changes (P-06, P-07), and those
/// of institutions that it ends.
@Component
class CapacityEffect implements PackEffect {

  private final EffectStore store;

  CapacityEffect(EffectStore store) {
    this.store = store;
  }

  @Override
  public List<Line> of(PackChanges changes) {
    var shares =
        changes.touches("P-06") || changes.touches("P-07")
            ? store.published(changes.area(), changes.from())
            : EffectStore.Counts.NONE;
    var ended = store.published(changes.ended("institutions"), changes.from());
    return Stream.of(
            new Line("capacity.effect-share-clinics", shares.clinics()),
            new Line("capacity.effect-share-reserved", shares.reserved()),
            new Line("capacity.effect-share-booked", shares.booked()),
            new Line("capacity.effect-ended-clinics", ended.clinics()),
            new Line("capacity.effect-ended-booked", ended.booked()))
        .filter(it -> it.count() > 0)
        .toList();
  }
}
