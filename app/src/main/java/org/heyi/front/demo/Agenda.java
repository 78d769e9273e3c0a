package org.heyi.front.demo;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/// 日程: what happens when, in the order of time; what happens may put more on it.
final class Agenda {

  /// One thing that happens.
  private record Entry(Instant at, long order, Runnable what) {}

  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparingLong(Entry::order));
  private long count;

  void add(Instant at, Runnable what) {
    entries.add(new Entry(at, count++, what));
  }

  /// Lets everything before `end` happen, setting the clock first; the rest stays undone.
  ///
  /// @return how much happened
  int playUntil(Instant end, Consumer<Instant> clock) {
    int happened = 0;
    for (var next = entries.peek();
        next != null && next.at().isBefore(end);
        next = entries.peek()) {
      entries.remove();
      clock.accept(next.at());
      next.what().run();
      happened++;
    }
    return happened;
  }
}
