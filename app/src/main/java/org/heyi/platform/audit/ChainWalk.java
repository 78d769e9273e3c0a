package org.heyi.platform.audit;

import static org.heyi.platform.audit.Verification.Difference.ANCHOR_DIFFERS;
import static org.heyi.platform.audit.Verification.Difference.ENTRY_ALTERED;
import static org.heyi.platform.audit.Verification.Difference.ENTRY_MISSING;
import static org.heyi.platform.audit.Verification.Difference.SEAL_ALTERED;
import static org.heyi.platform.audit.Verification.Difference.SEAL_MISSING;

import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeMap;
import org.heyi.platform.audit.AnchorFile.Anchor;
import org.heyi.platform.audit.SealStore.Link;
import org.heyi.platform.audit.Verification.Altered;
import org.heyi.platform.audit.Verification.Difference;
import org.heyi.platform.audit.Verification.Whole;
import org.jspecify.annotations.Nullable;

/// One walk along the chain from its beginning to the first row that does not fit.
class ChainWalk {

  private final TreeMap<Long, Set<Hash>> anchors = new TreeMap<>();
  private final int anchorCount;
  private long position;
  private Hash hash = Chain.START;

  ChainWalk(Collection<Anchor> kept) {
    anchorCount = kept.size();
    kept.forEach(it -> anchors.computeIfAbsent(it.position(), _ -> new HashSet<>()).add(it.hash()));
  }

  Verification along(Iterator<Link> chain) {
    var link = chain.hasNext() ? chain.next() : null;
    while (link != null) {
      var next = chain.hasNext() ? chain.next() : null;
      var difference = step(link, next);
      if (difference != null) {
        var entry = difference == SEAL_MISSING ? null : link.seal().entry();
        return new Altered(position, position + 1, entry, difference);
      }
      position++;
      link = next;
    }
    return anchors.higherKey(position) == null
        ? new Whole(position, 0, anchorCount)
        : new Altered(position, position + 1, null, ANCHOR_DIFFERS);
  }

  private @Nullable Difference step(Link link, @Nullable Link next) {
    var seal = link.seal();
    var entry = link.entry();
    if (seal.position() != position + 1) {
      return SEAL_MISSING;
    }
    if (entry == null) {
      return ENTRY_MISSING;
    }
    var expected = Chain.next(hash, entry);
    if (!expected.equals(seal.hash())) {
      return follows(expected, next) ? SEAL_ALTERED : ENTRY_ALTERED;
    }
    hash = expected;
    var kept = anchors.get(seal.position());
    return kept == null || kept.equals(Set.of(hash)) ? null : ANCHOR_DIFFERS;
  }

  /// Whether the next seal was made from this hash: then the seal before it was changed, and the
  /// entry was not.
  private static boolean follows(Hash expected, @Nullable Link next) {
    return next != null
        && next.entry() != null
        && Chain.next(expected, next.entry()).equals(next.seal().hash());
  }
}
