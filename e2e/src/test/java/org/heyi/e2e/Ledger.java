package org.heyi.e2e;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// What Heyi has said is done, as one line per write in the words of [Findings#facts].
final class Ledger {

  private final Set<String> done = ConcurrentHashMap.newKeySet();
  private final Map<String, AtomicInteger> byKind = new ConcurrentHashMap<>();
  private final AtomicInteger attempts = new AtomicInteger();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger lostAnswers = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final Map<String, AtomicInteger> unavailable = new ConcurrentHashMap<>();
  private final AtomicLong longestMillis = new AtomicLong();

  void begins() {
    attempts.incrementAndGet();
    inFlight.incrementAndGet();
  }

  void ends(Duration answered) {
    inFlight.decrementAndGet();
    longestMillis.accumulateAndGet(answered.toMillis(), Math::max);
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

  /// Heyi said that it cannot just now, and why.
  void unavailable(String code) {
    unavailable.computeIfAbsent(code, _ -> new AtomicInteger()).incrementAndGet();
  }

  /// Heyi was down: nothing was attempted.
  void neverLeft() {
    attempts.decrementAndGet();
  }

  void answerLost() {
    lostAnswers.incrementAndGet();
  }

  Map<String, Integer> unavailable() {
    var counts = new TreeMap<String, Integer>();
    unavailable.forEach((code, count) -> counts.put(code, count.get()));
    return counts;
  }

  int lostAnswers() {
    return lostAnswers.get();
  }

  /// The longest that anybody waited for an answer.
  Duration longest() {
    return Duration.ofMillis(longestMillis.get());
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
    return "writes attempted %d, acknowledged %d %s, refused %d, answers lost and sent again %d, told to come again %s"
        .formatted(
            attempts(),
            acknowledged(),
            new TreeMap<>(byKind),
            refused.get(),
            lostAnswers.get(),
            unavailable());
  }
}
