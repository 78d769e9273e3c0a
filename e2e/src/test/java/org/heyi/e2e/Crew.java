package org.heyi.e2e;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Some writers at work at once, signed in as village and family doctors, referral office and desk.
final class Crew implements AutoCloseable {

  static final int SIZE = 8;

  private final Ledger ledger;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService clients = Executors.newFixedThreadPool(SIZE);
  private final List<Writer> writers = new ArrayList<>();
  private final List<Future<?>> working = new ArrayList<>();

  Crew(House house, Ledger ledger, SplittableRandom random)
      throws IOException, InterruptedException {
    this.ledger = ledger;
    var heyi = house.now();
    var senders =
        List.of(
            Terminal.signIn(http, heyi, "village1"),
            Terminal.signIn(http, heyi, "village2"),
            Terminal.signIn(http, heyi, "family1"));
    var clerks =
        List.of(Terminal.signIn(http, heyi, "referral1"), Terminal.signIn(http, heyi, "referral2"));
    var desk = Terminal.signIn(http, heyi, "desk1");
    for (int i = 0; i < SIZE; i++) {
      var sender = senders.get(i % senders.size());
      var clerk = clerks.get(i % clerks.size());
      writers.add(new Writer(house, ledger, random.split(), sender, clerk, desk));
    }
  }

  /// Each takes one resident after another through the house, to the end, while there is more.
  void begin(BooleanSupplier more) {
    for (var writer : writers) {
      working.add(
          clients.submit(() -> {
            writer.write(more);
            return "";
          }));
    }
  }

  /// Until so many writes were begun; a client that gave up is told at once.
  void awaitAttempts(int wanted) throws Exception {
    await(() -> ledger.attempts() >= wanted);
  }

  /// Until a write that began after now was acknowledged.
  void awaitProgress() throws Exception {
    int before = ledger.acknowledged() + ledger.inFlight();
    await(() -> ledger.acknowledged() > before);
  }

  private void await(BooleanSupplier condition) throws Exception {
    while (!condition.getAsBoolean()) {
      for (var it : working) {
        if (it.isDone()) {
          it.get();
        }
      }
      TimeUnit.MILLISECONDS.sleep(2);
    }
  }

  /// Until everybody has come to an end.
  void finish() throws Exception {
    for (var it : working) {
      it.get();
    }
  }

  @Override
  public void close() {
    clients.shutdownNow();
    clients.close();
    http.close();
  }
}
