package org.heyi.e2e;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// What Heyi has said is done, as one line per write in the words of [Findings#facts].
final class Ledger {

  private final Set<String> done = ConcurrentHashMap.newKeySet();
  private final Map<String, AtomicInteger> byKind = new ConcurrentHashMap<>();
  private final AtomicInteger attempts = new AtomicInteger();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger lostAnswers = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();

  void begins() {
    attempts.incrementAndGet();
    inFlight.incrementAndGet();
  }

  void ends() {
    inFlight.decrementAndGet();
  }

  void acknowledged(String kind, String fact) {
    if (!done.add(fact)) {
      throw new IllegalStateException("acknowledged twice: " + fact);
    }
    byKind.computeIfAbsent(kind, _ -> new AtomicInteger()).incrementAndGet();
  }

  void refused() {
    refused.incrementAndGet();
  }

  /// Heyi was down: nothing was attempted.
  void neverLeft() {
    attempts.decrementAndGet();
  }

  void answerLost() {
    lostAnswers.incrementAndGet();
  }

  int attempts() {
    return attempts.get();
  }

  int inFlight() {
    return inFlight.get();
  }

  int acknowledged() {
    return done.size();
  }

  /// Acknowledged and not there.
  Set<String> lost(Set<String> facts) {
    var lost = new TreeSet<>(done);
    lost.removeAll(facts);
    return lost;
  }

  /// There, though nobody was told so: a second effect of a form that was sent again.
  Set<String> doubled(Set<String> before, Set<String> facts) {
    var doubled = new TreeSet<>(facts);
    doubled.removeAll(before);
    doubled.removeAll(done);
    return doubled;
  }

  @Override
  public String toString() {
    return "writes attempted %d, acknowledged %d %s, refused %d, answers lost and sent again %d"
        .formatted(
            attempts(), acknowledged(), new TreeMap<>(byKind), refused.get(), lostAnswers.get());
  }
}
