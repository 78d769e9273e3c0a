package org.heyi.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The packaged jar as its user starts it, on a data directory of its own.
final class RunningHeyi implements AutoCloseable {

  private static final Duration LONGEST_START = Duration.ofMinutes(5);

  /// It runs for minutes only, on two cores with a browser beside it: compiling less is faster.
  private static final List<String> SHORT_LIVED =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private final Path data;
  private final int port;
  private final @Nullable Process process;

  private RunningHeyi(Path data, int port, @Nullable Process process) {
    this.data = data;
    this.port = port;
    this.process = process;
  }

  /// Starts and waits until the sign-in page answers.
  static RunningHeyi start(Path data, String... options) {
    try {
      var port = freePort();
      var command = new ArrayList<String>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(SHORT_LIVED);
      command.add("-jar");
      command.add(System.getProperty("heyi.jar"));
      command.addAll(List.of(options));
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log(data).toFile()));
      builder.environment().put("SERVER_PORT", String.valueOf(port));
      builder.environment().put("HEYI_DATA", data.toString());
      builder.environment().remove("SPRING_DATASOURCE_URL");
      var heyi = new RunningHeyi(data, port, builder.start());
      heyi.awaitPage();
      return heyi;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One that somebody started; it is left running.
  static RunningHeyi at(Path data, int port) {
    return new RunningHeyi(data, port, null);
  }

  int port() {
    return port;
  }

  String address() {
    return "http://localhost:" + port;
  }

  Path data() {
    return data;
  }

  /// The lines of its log; none of one that somebody else started.
  List<String> said() throws IOException {
    return Files.exists(log(data)) ? Files.readAllLines(log(data)) : List.of();
  }

  /// `kill -9` of the application; its database server lives on.
  void kill() {
    if (process != null) {
      process.destroyForcibly();
      process.onExit().join();
    }
  }

  /// As a power cut would: the application and its database server, no chance to tidy up.
  void cutPower() {
    var server = databaseServer();
    var workers = server.stream().flatMap(ProcessHandle::descendants).toList();
    kill();
    server.ifPresent(ProcessHandle::destroyForcibly);
    workers.forEach(ProcessHandle::destroyForcibly);
    server.ifPresent(it -> it.onExit().join());
  }

  private Optional<ProcessHandle> databaseServer() {
    try {
      var lines = Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"));
      return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (process == null) {
      return;
    }
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      kill();
    }
  }

  private void awaitPage() throws IOException {
    var until = Instant.now().plus(LONGEST_START);
    try (var http = HttpClient.newHttpClient()) {
      while (!answers(http)) {
        if (process == null || !process.isAlive() || Instant.now().isAfter(until)) {
          close();
          throw new IllegalStateException("Heyi did not start:\n" + Files.readString(log(data)));
        }
        TimeUnit.MILLISECONDS.sleep(250);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean answers(HttpClient http) throws InterruptedException {
    try {
      var page = HttpRequest.newBuilder(URI.create(address() + "/sign-in")).build();
      return http.send(page, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static Path log(Path data) {
    return data.resolveSibling(data.getFileName() + ".log");
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
