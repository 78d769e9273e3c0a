package org.heyi.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL server that works on our cluster, as its `postmaster.pid` names it.
record RunningServer(ProcessHandle process) {

  private static final Logger LOG = LoggerFactory.getLogger(RunningServer.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration GLANCE = Duration.ofMillis(10);

  /// Ends the server that a former life of the application left behind.
  ///
  /// After `kill -9` it is still there, with whatever the application had begun. It is not taken
  /// over but stopped: that ends what was begun, frees its locks, and lets the settings and
  /// programs of today apply. What was committed stays. Only called by who holds the data
  /// directory.
  static void endLeftIn(Path cluster, Programs programs) throws IOException {
    var lines = pidFile(cluster);
    if (lines.isEmpty()) {
      return;
    }
    var left =
        ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
            .filter(it -> worksOn(it, cluster));
    if (left.isPresent()) {
      LOG.warn("Stopping database server {} of a start that ended abruptly", lines.getFirst());
      new RunningServer(left.get()).stop(programs);
    } else {
      LOG.warn("The machine or the database server ended abruptly, recovering");
      Files.deleteIfExists(cluster.resolve("postmaster.pid"));
    }
  }

  /// The number may by now belong to any other process, or to one that is dead but not yet buried.
  private static boolean worksOn(ProcessHandle process, Path cluster) {
    var info = process.info();
    return info.command().filter(it -> it.endsWith("/postgres")).isPresent()
        && Arrays.asList(info.arguments().orElse(new String[0])).contains(cluster.toString());
  }

  /// Lines of `postmaster.pid`: process, directory, start, port, socket, address, memory, status.
  private static List<String> pidFile(Path cluster) throws IOException {
    try {
      return Files.readAllLines(cluster.resolve("postmaster.pid"));
    } catch (NoSuchFileException _) {
      return List.of();
    }
  }

  /// Waits as long as the server lives, because recovery takes what it takes; false if it ended.
  boolean becomesReady(Path cluster, Duration atMost) throws IOException {
    var end = System.nanoTime() + atMost.toNanos();
    while (process.isAlive() && System.nanoTime() < end) {
      var lines = pidFile(cluster);
      if (lines.size() >= 8
          && lines.getFirst().strip().equals(Long.toString(process.pid()))
          && lines.get(7).strip().equals("ready")) {
        return true;
      }
      pause(GLANCE);
    }
    return false;
  }

  static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the database", e);
    }
  }

  void whenEnded(Runnable action) {
    var _ = process.onExit().thenRunAsync(action);
  }

  /// Fast: clients are sent away and everything is on the disk. If that does not end, at once: the
  /// next start then recovers from the log, which loses nothing that was committed.
  void stop(Programs programs) {
    for (var signal : List.of("INT", "QUIT")) {
      if (process.isAlive()) {
        programs.signal(signal, process.pid());
      }
      if (ended()) {
        return;
      }
    }
    throw new IllegalStateException("database server " + process.pid() + " does not stop");
  }

  private boolean ended() {
    try {
      process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException _) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the database server did not stop", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the database stops", e);
    }
  }
}
