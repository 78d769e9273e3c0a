package org.heyi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The embedded server keeps what it has confirmed, and lets in who has a password.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedServerTests {

  Path data;
  EmbeddedServer server;

  @BeforeAll
  void start(@TempDir Path directory) {
    data = directory;
    server = EmbeddedServer.start(DataDirectory.hold(data));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "fsync, on",
    "synchronous_commit, on",
    "full_page_writes, on",
    "data_checksums, on",
    "password_encryption, scram-sha-256",
    "listen_addresses, 127.0.0.1",
    "unix_socket_directories, ''",
    "server_encoding, UTF8",
    "log_timezone, UTC",
    "log_error_verbosity, terse"
  })
  void isSetUpToKeepWhatItConfirms(String name, String value) throws SQLException {
    assertThat(asSuperuser("show " + name)).containsExactly(value);
  }

  @Test
  void ordersTextByTheBuiltInLocale() throws SQLException {
    assertThat(
            asSuperuser(
                "select concat(datlocprovider, ' ', datlocale) from pg_database where datname = 'heyi'"))
        .containsExactly("b C.UTF-8");
    assertThat(
            asSuperuser(
                "select x from unnest(array['王', '李', '赵']) x order by x collate \"zh-x-icu\""))
        .containsExactly("李", "王", "赵");
  }

  @Test
  void trustsNobody() throws SQLException {
    assertThat(asSuperuser("select distinct auth_method from pg_hba_file_rules"))
        .containsExactly("scram-sha-256");
    assertThat(asSuperuser("select rolpassword from pg_authid where rolname like 'heyi%'"))
        .hasSize(2)
        .allMatch(it -> it.startsWith("SCRAM-SHA-256$"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgres", "heyi_owner", "heyi_app"})
  void refusesAWrongPassword(String role) {
    assertThatThrownBy(() -> query(role, "wrong", "select 1"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void theApplicationsRoleHasNoPower() throws SQLException {
    assertThat(
            asSuperuser(
                """
                select rolname from pg_roles
                 where rolname like 'heyi%'
                   and (rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls)
                """))
        .isEmpty();
    assertThatThrownBy(() -> asApplication("create schema mine"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> asApplication("create table public.mine (id int)"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> asApplication("create temporary table mine (id int)"))
        .hasMessageContaining("permission denied");
  }

  @Test
  void aFirstStartThatWasCutOffBeginsAnew(@TempDir Path directory) throws SQLException {
    var marked = new int[2];
    for (int i = 0; i < 2; i++) {
      try (var first = EmbeddedServer.start(DataDirectory.hold(directory))) {
        marked[i] = leaveATable(first);
        if (i == 0) {
          first.firstStart().begins();
          first.firstStart().finished();
        } else {
          first.firstStart().begins();
        }
      }
    }
    try (var last = EmbeddedServer.start(DataDirectory.hold(directory))) {
      assertThat(marked).as("finished: kept").containsExactly(1, 2);
      assertThat(leaveATable(last)).as("cut off: gone").isEqualTo(1);
      assertThat(last.firstStart().wasCutOff()).isFalse();
    }
  }

  /// How many times this was called on the same database.
  private static int leaveATable(EmbeddedServer on) throws SQLException {
    try (var connection =
            DriverManager.getConnection(on.url(), "heyi_owner", on.secrets().owner());
        var statement = connection.createStatement()) {
      statement.execute("create schema if not exists left_behind");
      statement.execute("create table if not exists left_behind.mark (n int)");
      statement.execute("insert into left_behind.mark values (1)");
      try (var rows = statement.executeQuery("select count(*) from left_behind.mark")) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }

  @Test
  void keepsItsPasswordsToItself() throws IOException {
    var file = data.resolve("database.secret");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("postgres"))))
        .isEqualTo("rwx------");
    assertThat(data.resolve("database.secret.first")).doesNotExist();
    assertThat(server.secrets().toString()).doesNotContain(server.secrets().app());
    try (var files = Files.walk(data.resolve("postgres/log"))) {
      for (var log : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(log))
            .doesNotContain(server.secrets().superuser(), server.secrets().app());
      }
    }
  }

  @Test
  void comesBackUnderTheSameAddressWhenItIsKilled() throws Exception {
    asSuperuser("create table kept as select 1 as id");
    var killed = ProcessHandle.of(Long.parseLong(pidFile().getFirst().strip())).orElseThrow();
    var begin = System.nanoTime();

    killed.destroyForcibly();
    killed.onExit().get();

    assertThat(untilItAnswers("select count(*) from kept")).containsExactly("1");
    System.out.printf(
        "database server killed, back after %d ms%n",
        Duration.ofNanos(System.nanoTime() - begin).toMillis());
  }

  private List<String> untilItAnswers(String sql) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .ignoreExceptionsInstanceOf(SQLException.class)
        .until(() -> asSuperuser(sql), _ -> true);
  }

  private List<String> pidFile() throws IOException {
    return Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"));
  }

  private List<String> asSuperuser(String sql) throws SQLException {
    return query("postgres", server.secrets().superuser(), sql);
  }

  private List<String> asApplication(String sql) throws SQLException {
    return query("heyi_app", server.secrets().app(), sql);
  }

  private List<String> query(String role, String password, String sql) throws SQLException {
    return Sql.query(server.url(), role, password, sql);
  }
}
