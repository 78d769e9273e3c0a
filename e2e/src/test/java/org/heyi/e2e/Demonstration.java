package org.heyi.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// One 宁河 demonstration for all stories of a run; it ends with the JVM. With `-Dheyi.port` and
/// `-Dheyi.data` the stories play in one that is running.
final class Demonstration {

  private static final class Holder {

    private static final RunningHeyi RUNNING = start();

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
  }

  static RunningHeyi running() {
    return Holder.RUNNING;
  }

  private Demonstration() {}
}
