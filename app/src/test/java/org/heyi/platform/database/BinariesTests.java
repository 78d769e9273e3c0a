package org.heyi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Unpacking the programs.
class BinariesTests {

  @TempDir Path cache;

  @Test
  void twoStartsAtOnceUnpackOneGoodCopy() throws Exception {
    Callable<Path> unpack = () -> Binaries.unpack(cache);
    try (var threads = Executors.newFixedThreadPool(2)) {
      var homes =
          threads.invokeAll(List.of(unpack, unpack)).stream()
              .map(Future::resultNow)
              .collect(Collectors.toSet());

      assertThat(homes).hasSize(1);
      var home = homes.iterator().next();
      assertThat(Stream.of("postgres", "initdb", "pg_ctl"))
          .allMatch(it -> Files.isExecutable(home.resolve("bin").resolve(it)));
      try (var left = Files.list(cache)) {
        assertThat(left).containsExactly(home);
      }
    }
  }
}
