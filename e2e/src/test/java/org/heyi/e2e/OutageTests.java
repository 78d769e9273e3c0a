package org.heyi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// R02, R03, R16: under people at work the database server is killed, one of its processes is
/// killed, and all of it stands still. Everybody gets an answer in words and in bounded time, Heyi
/// goes on without a restart, nothing that it said was done is lost, and nothing is done twice.
class OutageTests {

  private static final int SERVER_KILLS = 8;
  private static final int PROCESS_KILLS = 3;
  private static final Duration FROZEN = Duration.ofSeconds(30);
  private static final int READERS = 100;

  /// `socketTimeout` and `connection-timeout` of `application.properties` together, and some room.
  private static final Duration BOUND = Duration.ofSeconds(28);

  private static House house;

  private final long seed = Long.getLong("heyi.seed", System.nanoTime());
  private final SplittableRandom random = new SplittableRandom(seed);
  private final Ledger ledger = new Ledger();
  private final AtomicBoolean open = new AtomicBoolean(true);

  /// What went wrong is to be done, not prevented.
  private interface Fault {
    void happen(Crew crew) throws Exception;
  }

  /// Its server is killed for the first time when the start has shown a page and is not quite over.
  @BeforeAll
  static void aHouse(@TempDir Path folder) throws Exception {
    house = new House(RunningHeyi.start(Landed.restoredIn(folder), RunningHeyi.HURRY));
    BuiltInDatabase.server(house.data()).ifPresent(ProcessHandle::destroyForcibly);
    awaitSignIn();
  }

  private static void awaitSignIn() throws Exception {
    var until = System.nanoTime() + BOUND.toNanos();
    try (var http = HttpClient.newHttpClient()) {
      while (true) {
        try {
          Terminal.signIn(http, house.now(), "head1");
          return;
        } catch (Terminal.Unavailable notYet) {
          assertThat(System.nanoTime()).isLessThan(until);
          TimeUnit.MILLISECONDS.sleep(200);
        }
      }
    }
  }

  @AfterAll
  static void nothingIsHalfDone() throws Exception {
    try (var it = house) {
      var orphans = Findings.orphansInTheEnd(it.data());
      System.out.printf("outage: after all, orphans %s%n", orphans);
      assertThat(orphans.values()).containsOnly(0);
      assertThat(Script.run(it.data(), "audit-verify").code()).isZero();
    }
  }

  @Test
  @Timeout(150)
  void theServerIsKilledAgainAndAgain() throws Exception {
    var windows = new ArrayList<Duration>();
    under(crew -> {
      for (int kill = 0; kill < SERVER_KILLS; kill++) {
        TimeUnit.MILLISECONDS.sleep(random.nextInt(300));
        var began = System.nanoTime();
        BuiltInDatabase.server(house.data()).ifPresent(ProcessHandle::destroyForcibly);
        crew.awaitProgress();
        windows.add(Duration.ofNanos(System.nanoTime() - began));
      }
    });
    System.out.printf(
        "outage: R02: %d kills of the server, writing again after %s%n",
        SERVER_KILLS, spread(windows));
  }

  @Test
  @Timeout(150)
  void oneOfItsProcessesIsKilled() throws Exception {
    var windows = new ArrayList<Duration>();
    under(crew -> {
      for (int kill = 0; kill < PROCESS_KILLS; kill++) {
        var process = aProcessOfTheApplication();
        var began = System.nanoTime();
        process.destroyForcibly();
        crew.awaitProgress();
        windows.add(Duration.ofNanos(System.nanoTime() - began));
      }
    });
    System.out.printf(
        "outage: R03: %d kills of one process, writing again after %s%n",
        PROCESS_KILLS, spread(windows));
  }

  @Test
  @Timeout(150)
  void itStandsStill() throws Exception {
    var readers = new Readers();
    var after = new Duration[1];
    int before = house.now().threads();
    under(crew -> {
      var all = serversProcesses();
      BuiltInDatabase.signal("STOP", all);
      readers.ask();
      TimeUnit.MILLISECONDS.sleep(FROZEN.toMillis());
      BuiltInDatabase.signal("CONT", all);
      var began = System.nanoTime();
      crew.awaitProgress();
      after[0] = Duration.ofNanos(System.nanoTime() - began);
    });
    var waited = readers.answers();
    System.out.printf(
        "outage: R16: %d s still, %d readers got %d answers in words, the slowest after %s; writing again"
            + " %s after it went on; threads before %d, after %d%n",
        FROZEN.toSeconds(),
        READERS,
        waited.size(),
        seconds(waited.getLast()),
        seconds(after[0]),
        before,
        house.now().threads());
    assertThat(waited).hasSize(READERS);
    assertThat(waited.getLast()).isLessThan(BOUND);
    assertThat(house.now().threads()).isLessThan(before + READERS + Crew.SIZE);
  }

  /// Lets the fault happen while a crew writes, and counts what became of what they were told.
  private void under(Fault fault) throws Exception {
    var before = Findings.factsIn(house.data());
    try (var crew = new Crew(house, ledger, random)) {
      crew.begin(open::get);
      crew.awaitProgress();
      fault.happen(crew);
      open.set(false);
      crew.finish();
    }
    check(before, Findings.factsIn(house.data()));
  }

  private void check(Set<String> before, Set<String> after) {
    var lost = ledger.lost(after);
    var doubled = ledger.doubled(before, after);
    System.out.printf("outage: seed %d, %s%n", seed, ledger);
    System.out.printf(
        "outage: acknowledged and lost %d, done twice %d, the longest wait for an answer %s%n",
        lost.size(), doubled.size(), seconds(ledger.longest()));
    assertThat(ledger.acknowledged()).isPositive();
    assertThat(ledger.unavailable()).isNotEmpty();
    assertThat(ledger.lostAnswers()).as("every answer came").isZero();
    assertThat(ledger.longest()).isLessThan(BOUND);
    assertThat(lost).isEmpty();
    assertThat(doubled).isEmpty();
  }

  private static List<ProcessHandle> serversProcesses() {
    var server = BuiltInDatabase.server(house.data()).orElseThrow();
    var all = new ArrayList<>(List.of(server));
    server.descendants().forEach(all::add);
    return all;
  }

  private ProcessHandle aProcessOfTheApplication() throws Exception {
    try (var connection = BuiltInDatabase.asSuperuser(house.data(), "heyi");
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery("select pid from pg_stat_activity where usename = 'heyi_app'")) {
      var pids = new ArrayList<Long>();
      while (rows.next()) {
        pids.add(rows.getLong(1));
      }
      return ProcessHandle.of(pids.get(random.nextInt(pids.size()))).orElseThrow();
    }
  }

  private static String spread(List<Duration> windows) {
    var sorted = windows.stream().sorted().toList();
    return "%s in the middle, p95 %s, at most %s"
        .formatted(
            seconds(sorted.get(sorted.size() / 2)),
            seconds(sorted.get((int) (sorted.size() * 0.95) - 1)),
            seconds(sorted.getLast()));
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }

  /// Many people who look at a page while nothing moves.
  private static final class Readers {

    private final List<Future<Duration>> asking = new ArrayList<>();
    private final HttpClient http =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newFixedThreadPool(READERS);
    private final Terminal reader;

    private Readers() throws Exception {
      reader = Terminal.signIn(http, house.now(), "head1");
    }

    private void ask() {
      for (int i = 0; i < READERS; i++) {
        asking.add(threads.submit(this::answered));
      }
    }

    /// Each must be told to come again.
    private Duration answered() throws IOException, InterruptedException {
      var began = System.nanoTime();
      try {
        reader.open(house.now(), "/policy/ninghe");
        throw new IllegalStateException("a page came from a database that stands still");
      } catch (Terminal.Unavailable expected) {
        return Duration.ofNanos(System.nanoTime() - began);
      }
    }

    private List<Duration> answers() throws Exception {
      var times = new ArrayList<Duration>();
      for (var it : asking) {
        times.add(it.get());
      }
      threads.close();
      http.close();
      return times.stream().sorted().toList();
    }
  }
}
