package org.heyi.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// R06: the disk under the database fills up while people work, and is freed again. They are told
/// so in words; nothing is half written; Heyi goes on by itself.
class FullDiskTests {

  private static final int ROOM_MEGABYTES = 96;
  private static final int FULL_SECONDS = 20;
  private static final Duration BOUND = Duration.ofSeconds(28);

  @TempDir Path folder;

  private final Ledger ledger = new Ledger();
  private final AtomicBoolean open = new AtomicBoolean(true);

  @Test
  @Timeout(300)
  void aFullDiskIsSaidAndNothingIsLost() throws Exception {
    assumeTrue(disksCanBeMade(), "!!! SKIPPED: this machine lets nobody mount a disk in memory");
    var seed = Landed.restoredIn(folder);
    var data = Files.createDirectory(folder.resolve("small"));
    var size = megabytes(seed) + ROOM_MEGABYTES;
    try (var house = new House(RunningHeyi.startOnSmallDisk(seed, data, size, RunningHeyi.HURRY))) {
      var before = Findings.factsIn(house.data());
      var pages = new TreeMap<Integer, Integer>();
      var again = fillAndFree(house, pages);
      var after = Findings.factsIn(house.data());
      var lost = ledger.lost(after);
      var doubled = ledger.doubled(before, after);
      var orphans = Findings.orphansInTheEnd(house.data());
      System.out.printf(Locale.ROOT, "full disk: %s%n", ledger);
      System.out.printf(
          Locale.ROOT,
          "full disk: full for %d s, pages meanwhile by status %s; writing again %.1f s after there was room%n",
          FULL_SECONDS,
          pages,
          again.toMillis() / 1000.0);
      System.out.printf(
          Locale.ROOT,
          "full disk: acknowledged and lost %d, done twice %d, orphans %s%n",
          lost.size(),
          doubled.size(),
          orphans);
      assertThat(ledger.unavailable()).containsKey("shell.disk-full");
      assertThat(ledger.lostAnswers()).isZero();
      assertThat(ledger.longest()).isLessThan(BOUND);
      assertThat(pages.keySet()).isSubsetOf(200, 503);
      assertThat(lost).isEmpty();
      assertThat(doubled).isEmpty();
      assertThat(orphans.values()).containsOnly(0);
      assertThat(Script.run(house.data(), "audit-verify").code()).isZero();
    }
  }

  private Duration fillAndFree(House house, Map<Integer, Integer> pages) throws Exception {
    try (var crew = new Crew(house, ledger, new SplittableRandom(6));
        var reader = new Reader(house)) {
      crew.begin(open::get);
      crew.awaitProgress();
      var ballast = house.data().resolve("ballast");
      for (int second = 0; second < FULL_SECONDS; second++) {
        fill(ballast);
        pages.merge(reader.look(), 1, Integer::sum);
        TimeUnit.SECONDS.sleep(1);
      }
      Files.delete(ballast);
      var began = System.nanoTime();
      crew.awaitProgress();
      var again = Duration.ofNanos(System.nanoTime() - began);
      open.set(false);
      crew.finish();
      return again;
    }
  }

  /// To the last byte, also what was given back meanwhile.
  private static void fill(Path ballast) throws IOException {
    var zeros = new byte[1 << 16];
    for (int size = zeros.length; size > 0; size /= 16) {
      try (OutputStream out =
          Files.newOutputStream(ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        while (true) {
          out.write(zeros, 0, size);
        }
      } catch (IOException full) {
        assertThat(full).hasMessageContaining("No space left");
      }
    }
  }

  private static boolean disksCanBeMade() throws IOException, InterruptedException {
    return new ProcessBuilder(
                "unshare", "--mount", "--map-root-user", "mount", "-t", "tmpfs", "heyi", "/mnt")
            .start()
            .waitFor()
        == 0;
  }

  private static int megabytes(Path folder) throws IOException {
    long bytes = 0;
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
    }
    return (int) (bytes >> 20);
  }

  /// Looks at a page that shows nobody's data.
  private static final class Reader implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final House house;
    private final Terminal terminal;

    private Reader(House house) throws IOException, InterruptedException {
      this.house = house;
      this.terminal = Terminal.signIn(http, house.now(), "head1");
    }

    private int look() throws IOException, InterruptedException {
      try {
        terminal.open(house.now(), "/policy/ninghe");
        return 200;
      } catch (Terminal.Unavailable said) {
        return 503;
      }
    }

    @Override
    public void close() {
      http.close();
    }
  }
}
