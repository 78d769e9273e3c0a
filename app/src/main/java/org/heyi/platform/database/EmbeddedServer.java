package org.heyi.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// 内置数据库: PostgreSQL of our own in the data directory, from start to stop of the application.
///
/// In the directory: `heyi.lock` (who holds it), `database.secret` (passwords), `database.port`,
/// `postgres/cluster` (the data), `postgres/log`. The starter that comes with the programs is made
/// for tests: it turns fsync and synchronous commit off and lets everybody in. So only the programs
/// are taken, and what makes a commit last stands on the command line, above every file.
final class EmbeddedServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
  private static final Duration RECOVERY = Duration.ofMinutes(30);
  private static final Duration BREATH = Duration.ofMillis(200);
  private static final Duration LONGEST_BREATH = Duration.ofSeconds(5);
  private static final int TRIES = 10;
  private static final List<String> SAFETY =
      List.of(
          "fsync=on",
          "synchronous_commit=on",
          "full_page_writes=on",
          "password_encryption=scram-sha-256",
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=");

  private final DataDirectory data;
  private final Programs programs;
  private final Cluster cluster;
  private final Secrets secrets;
  private final Path log;
  private final int port;
  private RunningServer server;
  private volatile boolean closed;

  private EmbeddedServer(DataDirectory data) throws IOException, SQLException {
    this.data = data;
    this.programs = new Programs(Binaries.unpackFor(data));
    this.cluster = new Cluster(data);
    this.log = data.resolve("postgres/log/start.log");
    DataDirectory.createPrivate(data.resolve("postgres/log"));
    this.secrets = cluster.prepare(programs, log);
    RunningServer.endLeftIn(cluster.path(), programs);
    this.port = choosePort();
    this.server = launch();
    try {
      cluster.complete(secrets, port);
    } catch (SQLException | RuntimeException e) {
      closed = true;
      server.stop(programs);
      throw e;
    }
  }

  static EmbeddedServer start(DataDirectory data) {
    try {
      return new EmbeddedServer(data);
    } catch (IOException e) {
      data.close();
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      data.close();
      throw new IllegalStateException("cannot make the roles of the database", e);
    } catch (RuntimeException e) {
      data.close();
      throw e;
    }
  }

  /// The same as last time where possible, so that what an administrator has written down holds.
  private int choosePort() throws IOException {
    var file = data.resolve("database.port");
    var last = Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
    var chosen = freePort(last).or(() -> freePort(0)).orElseThrow();
    Files.writeString(file, chosen + "\n");
    return chosen;
  }

  private static Optional<Integer> freePort(int wanted) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), wanted));
      return Optional.of(socket.getLocalPort());
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// More than one try, as the last server's children may need a moment to notice that it is gone.
  private RunningServer launch() throws IOException {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      var arguments =
          new ArrayList<>(List.of("-D", cluster.path().toString(), "-p", Integer.toString(port)));
      SAFETY.forEach(it -> arguments.addAll(List.of("-c", it)));
      var started = new RunningServer(programs.startServer(log.toFile(), arguments).toHandle());
      if (started.becomesReady(cluster.path(), RECOVERY)) {
        LOG.info("Database server {} is up on port {}", started.process().pid(), port);
        started.whenEnded(this::startAgain);
        return started;
      }
    }
    throw programs.failed("postgres", log.toFile());
  }

  /// A server that ends without being told to (out of memory, full disk, `kill`) comes back under
  /// the same address, however long that takes; the pool finds its new connections by itself.
  private void startAgain() {
    if (closed) {
      return;
    }
    LOG.error("The database server ended unexpectedly, starting it again");
    var breath = BREATH;
    do {
      RunningServer.pause(breath);
      var longer = breath.multipliedBy(2);
      breath = longer.compareTo(LONGEST_BREATH) < 0 ? longer : LONGEST_BREATH;
    } while (!endedOrStarted());
  }

  private synchronized boolean endedOrStarted() {
    if (closed) {
      return true;
    }
    try {
      server = launch();
      return true;
    } catch (IOException | RuntimeException e) {
      LOG.error("The database server cannot be started, trying again: {}", e.toString());
      return false;
    }
  }

  static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  String url() {
    return url(port, "heyi");
  }

  Secrets secrets() {
    return secrets;
  }

  FirstStart firstStart() {
    return new FirstStart(data);
  }

  void announce(String address) {
    data.announce(address);
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      server.stop(programs);
      data.close();
    }
  }
}
