package org.heyi.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/// One 宁河 demonstration for all stories of a run; it ends with the JVM.
final class Demonstration {

  private static final class Holder {

    private static final RunningHeyi RUNNING = start();

    private static RunningHeyi start() {
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
