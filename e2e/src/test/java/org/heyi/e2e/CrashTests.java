package org.heyi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// R01: Heyi is killed in the middle of 5,000 mixed writes, three times, and started again. What it
/// said was done is there, once; nothing is half done. `-Dheyi.seed` in `heyi.e2e.options` repeats
/// the choices of a run.
class CrashTests {

  private static final int WRITES = 5_000;
  private static final int KILLS = 3;
  private static final int APART = WRITES / (KILLS + 1);
  private static final int LONGEST_BREATH_MILLIS = 40;

  private final Ledger ledger = new Ledger();

  @Test
  @Timeout(600)
  void whatWasAcknowledgedOutlivesTheCrash() throws Exception {
    long seed = Long.getLong("heyi.seed", System.nanoTime());
    var data = Files.createTempDirectory("heyi-crash").resolve("data");
    try (var house = new House(data)) {
      var before = Findings.factsIn(data);
      var began = Instant.now();
      var kills = writeAndKill(house, new SplittableRandom(seed));
      say("seed %d, %d clients, %d s".formatted(seed, Crew.SIZE, since(began).toSeconds()));
      kills.forEach(CrashTests::say);
      say(ledger.toString());
      var after = Findings.factsIn(data);
      var lost = ledger.lost(after);
      var doubled = ledger.doubled(before, after);
      var orphans = Findings.orphansInTheEnd(data);
      say("acknowledged and lost %d, done twice %d".formatted(lost.size(), doubled.size()));
      orphans.forEach((kind, count) -> say("orphans, %s: %d".formatted(kind, count)));
      assertThat(ledger.attempts()).isGreaterThanOrEqualTo(WRITES);
      assertThat(ledger.acknowledged()).isGreaterThan(WRITES / 2);
      assertThat(lost).isEmpty();
      assertThat(doubled).isEmpty();
      assertThat(orphans.values()).containsOnly(0);
      assertThat(Script.run(data, "audit-verify").code()).isZero();
    }
  }

  /// @return each kill in words
  private List<String> writeAndKill(House house, SplittableRandom random) throws Exception {
    var kills = new ArrayList<String>();
    try (var crew = new Crew(house, ledger, random)) {
      crew.begin(() -> ledger.attempts() < WRITES);
      for (int kill = 1; kill <= KILLS; kill++) {
        crew.awaitAttempts(kill * APART + random.nextInt(-APART / 3, APART / 3));
        TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_BREATH_MILLIS));
        var state =
            "kill %d: %d writes begun, %d in flight, "
                .formatted(kill, ledger.attempts(), ledger.inFlight());
        kills.add(state + house.crash(kill == KILLS));
      }
      crew.finish();
    }
    return kills;
  }

  private static Duration since(Instant began) {
    return Duration.between(began, Instant.now());
  }

  private static void say(String line) {
    System.out.println("crash: " + line);
  }
}
