package org.heyi.platform.audit;

import org.springframework.stereotype.Component;

/// 核验: walks the sealed chain and compares it with the anchors.
@Component
class Verifier {

  private final SealStore store;
  private final AnchorFile anchors;

  Verifier(SealStore store, AnchorFile anchors) {
    this.store = store;
    this.anchors = anchors;
  }

  ChainStatus status() {
    var head = store.head();
    return new ChainStatus(
        head.map(Seal::position).orElse(0L),
        store.waiting(Sealer.lately(head)).count(),
        store.lastCheck().orElse(null));
  }

  /// Runs in the facade's transaction, because rows are fetched as they are needed.
  Verification verify() {
    var kept = anchors.all();
    try (var chain = store.chain()) {
      var result = new ChainWalk(kept).along(chain.iterator());
      return result instanceof Verification.Whole whole
          ? new Verification.Whole(whole.verified(), store.countUnsealed(), kept.size())
          : result;
    }
  }
}
