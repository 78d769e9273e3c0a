package org.heyi.platform.audit;

import java.util.List;
import org.heyi.platform.audit.Anchors.Anchor;
import org.springframework.stereotype.Component;

/// 核验: walks the sealed chain and compares it with the anchors.
@Component
class Verifier {

  private final SealStore store;
  private final Anchors anchors;

  Verifier(SealStore store, Anchors anchors) {
    this.store = store;
    this.anchors = anchors;
  }

  /// Runs in the facade's transaction, because rows are fetched as they are needed.
  Verification verify() {
    List<Anchor> kept = anchors.all();
    try (var chain = store.chain()) {
      var result = new ChainWalk(kept).along(chain.iterator());
      return result instanceof Verification.Whole whole
          ? new Verification.Whole(whole.verified(), store.countUnsealed(), kept.size())
          : result;
    }
  }
}
