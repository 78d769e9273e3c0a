package org.heyi.e2e;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Heyi on one data directory, killed and started again; who wants in meanwhile waits.
final class House implements AutoCloseable {

  private final Path data;
  private @Nullable RunningHeyi heyi;

  House(Path data) {
    this(RunningHeyi.start(data));
  }

  House(RunningHeyi heyi) {
    this.data = heyi.data();
    this.heyi = heyi;
  }

  Path data() {
    return data;
  }

  synchronized RunningHeyi now() throws InterruptedException {
    while (heyi == null) {
      wait();
    }
    return heyi;
  }

  /// @param power whether the database server dies too
  /// @return how it went, in words
  String crash(boolean power) throws InterruptedException {
    var dying = now();
    if (power) {
      dying.cutPower();
    } else {
      dying.kill();
    }
    leave();
    var began = Instant.now();
    enter(RunningHeyi.start(data));
    var seconds = Duration.between(began, Instant.now()).toMillis() / 1000.0;
    return String.format(
        Locale.ROOT,
        "%s, up again after %.1f s",
        power ? "application and database killed" : "application killed",
        seconds);
  }

  private synchronized void leave() {
    heyi = null;
  }

  private synchronized void enter(RunningHeyi again) {
    heyi = again;
    notifyAll();
  }

  @Override
  public synchronized void close() {
    if (heyi != null) {
      heyi.close();
    }
  }
}
