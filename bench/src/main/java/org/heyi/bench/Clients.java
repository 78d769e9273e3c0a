package org.heyi.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// Many at once: each client does the same over and over.
final class Clients {

  /// Says whether it did what it came for; a refusal is `false`, anything else throws.
  @FunctionalInterface
  interface Client {
    boolean act(int number) throws Exception;
  }

  /// What a lap came to: how many succeeded and were refused, how long each success took, and the
  /// processor time of this process and the database together, which neighbours change least.
  record Lap(int done, int refused, double seconds, double[] millis, double cpuMillis) {

    double cpuMillisEach() {
      return cpuMillis / done;
    }

    double perSecond() {
      return done / seconds;
    }

    /// Several laps as one.
    static Lap all(List<Lap> laps) {
      return new Lap(
          laps.stream().mapToInt(Lap::done).sum(),
          laps.stream().mapToInt(Lap::refused).sum(),
          laps.stream().mapToDouble(Lap::seconds).sum(),
          laps.stream().flatMapToDouble(it -> DoubleStream.of(it.millis())).toArray(),
          laps.stream().mapToDouble(Lap::cpuMillis).sum());
    }

    double millis(int percent) {
      return Figures.percentile(millis, percent);
    }
  }

  static Lap forSeconds(int clients, double seconds, Client client)
      throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    return run(clients, () -> System.nanoTime() < end, client);
  }

  /// Goes on while `more` says so, asked before each attempt.
  static Lap run(int clients, BooleanSupplier more, Client client)
      throws InterruptedException, ExecutionException {
    var taken = new ConcurrentLinkedQueue<Double>();
    var refused = new AtomicInteger();
    double cpu = cpuMillis();
    long begin = System.nanoTime();
    try (var threads = Executors.newFixedThreadPool(clients)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        int number = i;
        running.add(
            threads.submit(() -> {
              while (more.getAsBoolean()) {
                long started = System.nanoTime();
                if (client.act(number)) {
                  taken.add((System.nanoTime() - started) / 1e6);
                } else {
                  refused.incrementAndGet();
                }
              }
              return number;
            }));
      }
      for (var one : running) {
        one.get();
      }
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    var millis = taken.stream().mapToDouble(it -> it).toArray();
    return new Lap(millis.length, refused.get(), seconds, millis, cpuMillis() - cpu);
  }

  /// The embedded database's processes are children of this one.
  private static double cpuMillis() {
    var self = ProcessHandle.current();
    return Stream.concat(Stream.of(self), self.descendants())
        .mapToDouble(it -> it.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e6)
        .sum();
  }

  private Clients() {}
}
