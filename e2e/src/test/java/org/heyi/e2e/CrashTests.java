package org.heyi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// R01: Heyi is killed in the middle of 5,000 mixed writes, three times, and started again. What it
/// said was done is there, once; nothing is half done. `-Dheyi.seed` in `heyi.e2e.options` repeats
/// the choices of a run.
class CrashTests {

  private static final int WRITES = 5_000;
  private static final int CLIENTS = 8;
  private static final int KILLS = 3;
  private static final int APART = WRITES / (KILLS + 1);
  private static final int LONGEST_BREATH_MILLIS = 40;

  /// A job that was killed at its work, such as sealing, begins anew after 80 seconds.
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Ledger ledger = new Ledger();

  @Test
  @Timeout(600)
  void whatWasAcknowledgedOutlivesTheCrash() throws Exception {
    long seed = Long.getLong("heyi.seed", System.nanoTime());
    var data = Files.createTempDirectory("heyi-crash").resolve("data");
    try (var house = new House(data)) {
      var before = facts(data);
      var began = Instant.now();
      var kills = writeAndKill(house, new SplittableRandom(seed));
      say("seed %d, %d clients, %d s".formatted(seed, CLIENTS, since(began).toSeconds()));
      kills.forEach(CrashTests::say);
      say(ledger.toString());
      var after = facts(data);
      var lost = ledger.lost(after);
      var doubled = ledger.doubled(before, after);
      var orphans = orphansInTheEnd(data);
      say("acknowledged and lost %d, done twice %d".formatted(lost.size(), doubled.size()));
      orphans.forEach((kind, count) -> say("orphans, %s: %d".formatted(kind, count)));
      assertThat(ledger.attempts()).isGreaterThanOrEqualTo(WRITES);
      assertThat(ledger.acknowledged()).isGreaterThan(WRITES / 2);
      assertThat(lost).isEmpty();
      assertThat(doubled).isEmpty();
      assertThat(orphans.values()).containsOnly(0);
      assertThat(auditVerify(data)).isZero();
    }
  }

  /// @return each kill in words
  private List<String> writeAndKill(House house, SplittableRandom random) throws Exception {
    var kills = new ArrayList<String>();
    try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var clients = Executors.newFixedThreadPool(CLIENTS)) {
      var writing = new ArrayList<Future<?>>();
      for (var writer : writers(house, http, random)) {
        writing.add(
            clients.submit(() -> {
              writer.writeUntil(WRITES);
              return "";
            }));
      }
      for (int kill = 1; kill <= KILLS; kill++) {
        await(kill * APART + random.nextInt(-APART / 3, APART / 3), writing);
        TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_BREATH_MILLIS));
        var state =
            "kill %d: %d writes begun, %d in flight, "
                .formatted(kill, ledger.attempts(), ledger.inFlight());
        kills.add(state + house.crash(kill == KILLS));
      }
      for (var it : writing) {
        it.get();
      }
    }
    return kills;
  }

  private List<Writer> writers(House house, HttpClient http, SplittableRandom random)
      throws IOException, InterruptedException {
    var heyi = house.now();
    var senders =
        List.of(
            Terminal.signIn(http, heyi, "village1"),
            Terminal.signIn(http, heyi, "village2"),
            Terminal.signIn(http, heyi, "family1"));
    var clerks =
        List.of(Terminal.signIn(http, heyi, "referral1"), Terminal.signIn(http, heyi, "referral2"));
    var desk = Terminal.signIn(http, heyi, "desk1");
    var writers = new ArrayList<Writer>();
    for (int i = 0; i < CLIENTS; i++) {
      var sender = senders.get(i % senders.size());
      var clerk = clerks.get(i % clerks.size());
      writers.add(new Writer(house, ledger, random.split(), sender, clerk, desk));
    }
    return writers;
  }

  /// Until so many writes were begun; a client that gave up is told at once.
  private void await(int attempts, List<Future<?>> writing) throws Exception {
    while (ledger.attempts() < attempts) {
      for (var it : writing) {
        if (it.isDone()) {
          it.get();
        }
      }
      TimeUnit.MILLISECONDS.sleep(2);
    }
  }

  private static Set<String> facts(Path data) throws IOException, SQLException {
    try (var findings = new Findings(data)) {
      return findings.facts();
    }
  }

  /// Events are delivered and audit entries sealed a little later: that is waited for.
  private static Map<String, Integer> orphansInTheEnd(Path data) throws Exception {
    var began = Instant.now();
    try (var findings = new Findings(data)) {
      var orphans = findings.orphans();
      while (!orphans.values().stream().allMatch(it -> it == 0)
          && since(began).compareTo(PATIENCE) < 0) {
        TimeUnit.MILLISECONDS.sleep(500);
        orphans = findings.orphans();
      }
      return orphans;
    }
  }

  private static int auditVerify(Path data) throws IOException, InterruptedException {
    var command = new ProcessBuilder("../bin/audit-verify").redirectErrorStream(true);
    command.environment().put("HEYI_DATA", data.toString());
    var verifying = command.start();
    verifying.inputReader().lines().forEach(it -> say("bin/audit-verify: " + it));
    return verifying.waitFor();
  }

  private static Duration since(Instant began) {
    return Duration.between(began, Instant.now());
  }

  private static void say(String line) {
    System.out.println("crash: " + line);
  }
}
