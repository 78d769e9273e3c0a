package org.heyi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One directory, one Heyi.
class DataDirectoryTests {

  @TempDir Path data;

  @Test
  void aSecondHeyiOnTheSameDirectoryEndsWithOneClearLine() throws Exception {
    try (var held = DataDirectory.hold(data)) {
      held.announce("http://localhost:8080");

      var second =
          new ProcessBuilder(
                  ProcessHandle.current().info().command().orElseThrow(),
                  "-Dstderr.encoding=UTF-8",
                  "-cp",
                  System.getProperty("java.class.path"),
                  "org.heyi.HeyiApplication",
                  "--heyi.data=" + data,
                  "--server.port=0")
              .start();
      var said = new String(second.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(second.exitValue()).isEqualTo(2);
      assertThat(said.lines().filter(it -> !it.startsWith("WARNING")))
          .singleElement()
          .asString()
          .contains("正由另一个合医使用", "is in use by another Heyi")
          .contains("pid " + ProcessHandle.current().pid() + ", http://localhost:8080");
      assertThat(data.resolve("postgres")).doesNotExist();
    }
  }

  @Test
  void aSecondHoldInTheSameProcessIsRefusedAndDoesNotLoseTheFirst() throws Exception {
    try (var _ = DataDirectory.hold(data)) {
      assertThatThrownBy(() -> DataDirectory.hold(data)).isInstanceOf(StartRefused.class);
      assertThatThrownBy(() -> DataDirectory.hold(data.resolve("../" + data.getFileName())))
          .isInstanceOf(StartRefused.class);
    }
    DataDirectory.hold(data).close();
    assertThat(Files.readString(data.resolve("heyi.lock"))).startsWith("pid ");
  }
}
