package org.heyi.e2e;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// A PostgreSQL that did not come with Heyi: the one of this machine's distribution, on a directory
/// of its own, prepared by what `docs/external-database.sql` tells a database administrator to do.
final class MachinesPostgres implements AutoCloseable {

  static final int OLDEST = 15;

  private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
  private static final Path PREPARATION = Path.of("../docs/external-database.sql");
  private static final Pattern STATEMENT = Pattern.compile("[^;]+");
  private static final Pattern VERSION = Pattern.compile("\\d+");

  /// It refuses to be root; see `Programs` of the application.
  private static final List<String> AS_NOBODY =
      System.getProperty("user.name").equals("root") ? List.of("unshare", "-U") : List.of();

  private final Path programs;
  private final Path cluster;
  private final Path log;
  private final int port;

  private MachinesPostgres(Path programs, Path folder, int port) {
    this.programs = programs;
    this.cluster = folder.resolve("cluster");
    this.log = folder.resolve("postgres.log");
    this.port = port;
  }

  /// The programs of the oldest one that will do, as that is the hardest case.
  static Optional<Path> installed() {
    if (!Files.isDirectory(INSTALLED)) {
      return Optional.empty();
    }
    try (var versions = Files.list(INSTALLED)) {
      return versions
          .filter(it -> VERSION.matcher(it.getFileName().toString()).matches())
          .filter(it -> number(it) >= OLDEST && Files.isExecutable(it.resolve("bin/initdb")))
          .min((one, other) -> Integer.compare(number(one), number(other)))
          .map(it -> it.resolve("bin"));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static int number(Path version) {
    return Integer.parseInt(version.getFileName().toString());
  }

  static MachinesPostgres start(Path folder) throws IOException, SQLException {
    var server = new MachinesPostgres(installed().orElseThrow(), folder, freePort());
    var password = Files.writeString(folder.resolve("password"), "superuser");
    server.run(
        "initdb",
        "--pgdata=" + server.cluster,
        "--username=postgres",
        "--pwfile=" + password,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C.UTF-8");
    server.start();
    server.prepare();
    return server;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  void start() throws IOException {
    var options = "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories=".formatted(port);
    run("pg_ctl", "-D", cluster.toString(), "-l", log.toString(), "-w", "-o", options, "start");
  }

  void stop() throws IOException {
    run("pg_ctl", "-D", cluster.toString(), "-m", "fast", "-w", "stop");
  }

  private void prepare() throws IOException, SQLException {
    var sql = Files.readString(PREPARATION).replaceAll("--[^\n]*", "");
    try (var connection = asSuperuser("postgres");
        var statement = connection.createStatement()) {
      for (var each : STATEMENT.matcher(sql.strip()).results().toList()) {
        statement.execute(each.group());
      }
    }
  }

  String url() {
    return url("heyi");
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /// As Heyi and its commands are told of it.
  Map<String, String> environment() {
    return Map.of(
        "SPRING_DATASOURCE_URL", url(),
        "SPRING_DATASOURCE_USERNAME", "heyi_app",
        "SPRING_DATASOURCE_PASSWORD", "CHANGE-THE-APPLICATIONS",
        "SPRING_FLYWAY_USER", "heyi_owner",
        "SPRING_FLYWAY_PASSWORD", "CHANGE-THE-OWNERS");
  }

  Connection asSuperuser(String database) throws SQLException {
    return DriverManager.getConnection(url(database), "postgres", "superuser");
  }

  private void run(String program, String... arguments) throws IOException {
    var command = new ArrayList<>(AS_NOBODY);
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    var said = log.resolveSibling(program + ".log");
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()))
            .start();
    var ended = process.onExit().completeOnTimeout(process, 60, TimeUnit.SECONDS).join();
    if (ended.isAlive() || ended.exitValue() != 0) {
      throw new IllegalStateException(program + " failed: " + Files.readString(said));
    }
  }

  @Override
  public void close() throws IOException {
    if (Files.exists(cluster.resolve("postmaster.pid"))) {
      stop();
    }
  }
}
