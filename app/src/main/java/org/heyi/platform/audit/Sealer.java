package org.heyi.platform.audit;

import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// 封存: puts entries that are not yet in the chain at its end, in batches.
///
/// Writers do not wait for it and it does not wait for them: an entry whose transaction commits
/// late has a lower id than others already sealed and simply gets a later position.
@Component
class Sealer {

  private static final int BATCH = 1000;
  private static final UUID LOWEST = new UUID(0, 0);

  /// How far before the last sealed entry a usual run looks for late ones. No transaction lives so
  /// long; what comes later still, e.g. from a node whose clock is wrong, the daily run finds.
  private static final long LOOK_BACK_MILLIS = 3_600_000;

  private final SealStore store;
  private final Anchors anchors;
  private final TransactionTemplate transaction;

  Sealer(SealStore store, Anchors anchors, TransactionTemplate transaction) {
    this.store = store;
    this.anchors = anchors;
    this.transaction = transaction;
  }

  /// Seals what came in lately; gives how many. The usual run, every few seconds.
  long sealRecent() {
    return seal(lately(store.head()));
  }

  /// Seals whatever has no seal, however old. Reads the whole log once.
  long sealAll() {
    return seal(LOWEST);
  }

  private long seal(UUID from) {
    long sealed = 0;
    int batch;
    do {
      batch = transaction.execute(_ -> sealBatch(from));
      sealed += batch;
    } while (batch == BATCH);
    store.head().ifPresent(anchors::keep);
    return sealed;
  }

  private int sealBatch(UUID from) {
    if (!store.lock()) {
      return 0;
    }
    var head = store.head();
    var position = head.map(Seal::position).orElse(0L);
    var hash = head.map(Seal::hash).orElse(Chain.START);
    var seals = new ArrayList<Seal>();
    for (var entry : store.unsealed(from, BATCH)) {
      hash = Chain.next(hash, entry);
      seals.add(new Seal(++position, entry.id(), hash));
    }
    if (!seals.isEmpty()) {
      store.add(seals);
    }
    return seals.size();
  }

  /// From which id on a usual run looks.
  static UUID lately(Optional<Seal> head) {
    return head.map(it -> before(it.entry())).orElse(LOWEST);
  }

  /// The lowest id of version 7 made [#LOOK_BACK_MILLIS] before this one.
  static UUID before(UUID id) {
    var millis = id.getMostSignificantBits() >>> 16;
    return new UUID(Math.max(0, millis - LOOK_BACK_MILLIS) << 16, 0);
  }
}
