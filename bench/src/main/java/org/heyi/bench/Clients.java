package org.heyi.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.DoubleStream;

/// Many at once: each client does the same over and over.
public final class Clients {

  /// Says whether it did what it came for; a refusal is `false`, anything else throws.
  @FunctionalInterface
  public interface Client {
    boolean act(int number) throws Exception;
  }

  /// What a lap came to: how many succeeded and were refused, how long each success took, and the
  /// processor time of this process and the database together, which neighbours change least.
  public record Lap(int done, int refused, double seconds, double[] millis, double cpuMillis) {

    public double cpuMillisEach() {
      return cpuMillis / done;
    }

    public double perSecond() {
      return done / seconds;
    }

    /// Several laps as one.
    public static Lap all(List<Lap> laps) {
      return new Lap(
          laps.stream().mapToInt(Lap::done).sum(),
          laps.stream().mapToInt(Lap::refused).sum(),
          laps.stream().mapToDouble(Lap::seconds).sum(),
          laps.stream().flatMapToDouble(it -> DoubleStream.of(it.millis())).toArray(),
          laps.stream().mapToDouble(Lap::cpuMillis).sum());
    }

    public double millis(int percent) {
      return Figures.percentile(millis, percent);
    }
  }

  public static Lap forSeconds(int clients, double seconds, Client client)
      throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    return run(clients, () -> System.nanoTime() < end, client);
  }

  /// Goes on while `more` says so, asked before each attempt.
  public static Lap run(int clients, BooleanSupplier more, Client client)
      throws InterruptedException, ExecutionException {
    var taken = new ConcurrentLinkedQueue<Double>();
    var refused = new AtomicInteger();
    double cpu = Processor.allMillis();
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
    return new Lap(millis.length, refused.get(), seconds, millis, Processor.allMillis() - cpu);
  }

  private Clients() {}
}
