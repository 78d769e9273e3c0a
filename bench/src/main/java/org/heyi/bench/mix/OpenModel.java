package org.heyi.bench.mix;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.heyi.bench.Figures;
import org.heyi.bench.Processor;

/// Requests that come when they come, however long the last ones take: independent people, so a
/// Poisson process. How long one took counts from the moment it was due, so that a server that
/// stands still, or a client that is late, is not left out of the figures.
final class OpenModel {

  /// One request of the kind; whether it got what it came for.
  @FunctionalInterface
  interface Request {
    boolean ask(Kind kind, int number) throws Exception;
  }

  record Taken(Kind kind, double millis, boolean good) {}

  /// What a run came to.
  ///
  /// @param late how long after its time the latest request was begun
  /// @param clientCpu of this process, `allCpu` with all that it has started
  record Run(List<Taken> taken, double late, double seconds, double clientCpu, double allCpu) {

    Run and(Run other) {
      var both = new ArrayList<>(taken);
      both.addAll(other.taken);
      return new Run(
          both,
          Math.max(late, other.late),
          seconds + other.seconds,
          clientCpu + other.clientCpu,
          allCpu + other.allCpu);
    }

    Run of(Kind kind) {
      var its = taken.stream().filter(it -> it.kind.equals(kind)).toList();
      return new Run(its, late, seconds, clientCpu, allCpu);
    }

    long errors() {
      return taken.stream().filter(it -> !it.good).count();
    }

    double millis(int percent) {
      return Figures.percentile(taken.stream().mapToDouble(Taken::millis).toArray(), percent);
    }
  }

  /// The same seed gives the same kinds at the same moments.
  static Run run(double perSecond, double seconds, long seed, List<Kind> kinds, Request request)
      throws Exception {
    var random = new SplittableRandom(seed);
    var taken = new ConcurrentLinkedQueue<Taken>();
    double client = Processor.ownMillis();
    double all = Processor.allMillis();
    long begin = System.nanoTime();
    double late = 0;
    try (var threads = Executors.newCachedThreadPool()) {
      List<Future<?>> running = new ArrayList<>();
      int number = 0;
      for (double at = next(random, perSecond); at < seconds; at += next(random, perSecond)) {
        long due = begin + (long) (at * 1e9);
        await(due);
        late = Math.max(late, (System.nanoTime() - due) / 1e6);
        var kind = any(kinds, random);
        int which = number++;
        running.add(threads.submit(() -> taken.add(take(kind, which, due, request))));
      }
      for (var one : running) {
        one.get();
      }
    }
    return new Run(
        List.copyOf(taken),
        late,
        (System.nanoTime() - begin) / 1e9,
        Processor.ownMillis() - client,
        Processor.allMillis() - all);
  }

  private static double next(SplittableRandom random, double perSecond) {
    return -Math.log(1 - random.nextDouble()) / perSecond;
  }

  private static void await(long due) {
    while (System.nanoTime() < due) {
      LockSupport.parkNanos(due - System.nanoTime());
    }
  }

  private static Kind any(List<Kind> kinds, SplittableRandom random) {
    int left = random.nextInt(kinds.stream().mapToInt(Kind::share).sum());
    for (var kind : kinds) {
      left -= kind.share();
      if (left < 0) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no kinds");
  }

  private static Taken take(Kind kind, int number, long due, Request request) {
    boolean good;
    try {
      good = request.ask(kind, number);
    } catch (Exception e) {
      System.out.println(kind + ": " + e);
      good = false;
    }
    return new Taken(kind, (System.nanoTime() - due) / 1e6, good);
  }

  private OpenModel() {}
}
