package org.heyi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the next start finds after `kill -9`, and what it makes of it.
class AbruptEndTests {

  private static final int WRITES = 500;

  @TempDir Path data;

  /// The application is killed while it writes; the server lives on with a transaction left open.
  @Test
  void everythingConfirmedIsThereAfterKill9() throws Exception {
    var writer = startWriter();
    long confirmed = readConfirmed(writer.inputReader());

    writer.destroyForcibly().waitFor();

    assertThat(serverOf(data)).as("the server that was left behind").isTrue();
    try (var server = EmbeddedServer.start(DataDirectory.hold(data))) {
      var secrets = server.secrets();
      var found = Sql.query(server.url(), "heyi_app", secrets.app(), "select id from room.entry");
      long lost = confirmed - found.stream().filter(it -> Long.parseLong(it) <= confirmed).count();
      System.out.printf("kill -9 while writing: confirmed %d, lost %d%n", confirmed, lost);
      assertThat(confirmed).isGreaterThanOrEqualTo(WRITES);
      assertThat(lost).isZero();
      assertThat(found).as("never committed").doesNotContain("-1");
      // The open transaction of the dead application holds no lock any more.
      Sql.query(server.url(), "heyi_owner", secrets.owner(), "drop table room.entry");
    }
    assertThat(serverOf(data)).as("stopped with the application").isFalse();
  }

  @Test
  void aPidFileWithoutItsServerIsNoObstacle() throws Exception {
    EmbeddedServer.start(DataDirectory.hold(data)).close();
    var dead = new ProcessBuilder("true").start();
    dead.waitFor();
    var alive = ProcessHandle.current().pid();

    for (long pid : new long[] {dead.pid(), alive}) {
      Files.write(
          data.resolve("postgres/cluster/postmaster.pid"),
          List.of(pid + "", data.resolve("postgres/cluster").toString(), "1", "5432", "", "", ""));
      try (var server = EmbeddedServer.start(DataDirectory.hold(data))) {
        assertThat(Sql.query(server.url(), "heyi_app", server.secrets().app(), "select 1"))
            .containsExactly("1");
      }
    }
  }

  @Test
  void aFirstStartThatWasCutOffIsMadeAgain() throws Exception {
    EmbeddedServer.start(DataDirectory.hold(data)).close();
    var file = data.resolve("database.secret");
    var before = Secrets.read(file);
    new Secrets(before.superuser(), "another1", "another2", false).write(file);
    Files.createDirectories(data.resolve("postgres/new/base"));

    try (var server = EmbeddedServer.start(DataDirectory.hold(data))) {
      assertThat(Sql.query(server.url(), "heyi_app", "another2", "select 1")).containsExactly("1");
      assertThat(Secrets.read(file).complete()).isTrue();
    }
  }

  private Process startWriter() throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-cp",
            System.getProperty("java.class.path"),
            Writer.class.getName(),
            data.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static long readConfirmed(BufferedReader lines) throws IOException {
    long confirmed = 0;
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("confirmed ")) {
        confirmed = Long.parseLong(line.substring("confirmed ".length()));
        if (confirmed >= WRITES) {
          break;
        }
      }
    }
    return confirmed;
  }

  private static boolean serverOf(Path data) throws IOException {
    var file = data.toRealPath().resolve("postgres/cluster/postmaster.pid");
    return Files.exists(file)
        && ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()))
            .filter(ProcessHandle::isAlive)
            .isPresent();
  }

  /// Writes row after row and says which are committed, until it is killed.
  static final class Writer {

    public static void main(String[] arguments) throws Exception {
      var server = EmbeddedServer.start(DataDirectory.hold(Path.of(arguments[0])));
      var secrets = server.secrets();
      Sql.query(
          server.url(),
          "heyi_owner",
          secrets.owner(),
          """
          create schema room;
          create table room.entry (id bigint primary key);
          grant usage on schema room to heyi_app;
          grant select, insert on room.entry to heyi_app
          """);
      var open = DriverManager.getConnection(server.url(), "heyi_app", secrets.app());
      open.setAutoCommit(false);
      open.createStatement().execute("insert into room.entry values (-1)");
      try (var connection = DriverManager.getConnection(server.url(), "heyi_app", secrets.app());
          var insert = connection.prepareStatement("insert into room.entry values (?)")) {
        for (long id = 1; id < TimeUnit.DAYS.toSeconds(1); id++) {
          insert.setLong(1, id);
          insert.executeUpdate();
          System.out.println("confirmed " + id);
        }
      }
    }
  }
}
