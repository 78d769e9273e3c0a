package org.heyi.e2e;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/// The database server that runs with a Heyi, as who has its data directory may reach it.
final class BuiltInDatabase {

  private static final Duration RECOVERY = Duration.ofMinutes(1);
  private static final Duration BREATH = Duration.ofMillis(100);

  /// Refused, cut off, starting.
  private static final Set<String> NOT_YET = Set.of("08001", "08006", "57P03");

  /// A server that has just ended or recovers is waited for.
  static Connection asSuperuser(Path data, String database) throws IOException, SQLException {
    var until = Instant.now().plus(RECOVERY);
    while (true) {
      try {
        return DriverManager.getConnection(
            url(data, database), "postgres", secrets(data).getProperty("postgres"));
      } catch (SQLException e) {
        if (!NOT_YET.contains(e.getSQLState()) || Instant.now().isAfter(until)) {
          throw e;
        }
        LockSupport.parkNanos(BREATH.toNanos());
      }
    }
  }

  static String url(Path data, String database) throws IOException {
    var port = Files.readString(data.resolve("database.port")).strip();
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /// Its first process; empty when there is none just now.
  static Optional<ProcessHandle> server(Path data) {
    try {
      var lines = Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"));
      return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Sends a signal such as `STOP` to the server and all its processes, or to some of them.
  static void signal(String name, List<ProcessHandle> processes)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("kill", "-" + name));
    processes.forEach(it -> command.add(String.valueOf(it.pid())));
    new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  /// Role → password.
  static Properties secrets(Path data) throws IOException {
    var secrets = new Properties();
    secrets.load(new StringReader(Files.readString(data.resolve("database.secret"))));
    return secrets;
  }

  private BuiltInDatabase() {}
}
