package org.heyi.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One 宁河 demonstration for all stories of a run; it ends with the JVM. With `-Dheyi.port` and
/// `-Dheyi.data` the stories play in one that is running.
final class Demonstration {

  private static @Nullable RunningHeyi running;

  static synchronized RunningHeyi running() {
    if (running == null) {
      running = start();
    }
    return running;
  }

  /// Empty if no story has needed it, or it did not start.
  static synchronized Optional<RunningHeyi> started() {
    return Optional.ofNullable(running);
  }

  private static RunningHeyi start() {
    var port = System.getProperty("heyi.port");
    if (port != null) {
      return RunningHeyi.at(Path.of(System.getProperty("heyi.data")), Integer.parseInt(port));
    }
    try {
      var folder = Files.createTempDirectory("heyi-e2e");
      var heyi = RunningHeyi.start(folder.resolve("data"));
      Runtime.getRuntime().addShutdownHook(new Thread(heyi::close));
      return heyi;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Demonstration() {}
}
