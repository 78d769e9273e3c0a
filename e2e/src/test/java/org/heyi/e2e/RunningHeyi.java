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
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The packaged jar as its user starts it, on a data directory of its own.
final class RunningHeyi implements AutoCloseable {

  private static final Duration LONGEST_START = Duration.ofMinutes(5);

  /// It runs for minutes only, on two cores with a browser beside it: compiling less is faster.
  private static final List<String> SHORT_LIVED =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  /// Events whose delivery an outage cut off come again after a minute instead of a quarter of an
  /// hour.
  static final String[] HURRY = {
    "--spring.modulith.events.staleness.check-interval=5s",
    "--spring.modulith.events.staleness.published=20s",
    "--spring.modulith.events.staleness.processing=20s",
    "--spring.modulith.events.staleness.resubmitted=20s",
    "--heyi.events.redelivery=10s"
  };

  private final Path data;
  private final int port;
  private final @Nullable Process process;
  private final Path log;

  private RunningHeyi(Path data, int port, @Nullable Process process, Path log) {
    this.data = data;
    this.port = port;
    this.process = process;
    this.log = log;
  }

  /// Starts and waits until the sign-in page answers.
  static RunningHeyi start(Path data, String... options) {
    return start(data, Map.of(), List.of(), options).awaited();
  }

  /// @param environment what the person had set besides `HEYI_DATA`
  static RunningHeyi start(Path data, Map<String, String> environment, String... options) {
    return start(data, environment, List.of(), options).awaited();
  }

  /// On a disk of its own of so many megabytes, filled with what lies in `seed`; it is gone when
  /// Heyi is. The disk is a part of memory that only this process sees mounted (`unshare`), so no
  /// right on the machine is needed where it lets users have namespaces.
  static RunningHeyi startOnSmallDisk(Path seed, Path data, int megabytes, String... options) {
    var mount = "mount -t tmpfs -o size=%dm,mode=0700 heyi \"$1\"".formatted(megabytes);
    var fill = "cp -a \"$0\"/. \"$1\"/";
    var before =
        List.of(
            "unshare",
            "--mount",
            "--map-root-user",
            "sh",
            "-c",
            mount + " && " + fill + " && shift && exec \"$@\"",
            seed.toString(),
            data.toString());
    var outside = start(data, Map.of(), before, options);
    var process = Objects.requireNonNull(outside.process);
    var seen =
        Path.of("/proc", String.valueOf(process.pid()), "root")
            .resolve(data.toString().substring(1));
    return new RunningHeyi(seen, outside.port, process, outside.log).awaited();
  }

  private static RunningHeyi start(
      Path data, Map<String, String> environment, List<String> before, String... options) {
    try {
      var port = freePort();
      var command = new ArrayList<>(before);
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(SHORT_LIVED);
      command.add("-jar");
      command.add(System.getProperty("heyi.jar"));
      command.addAll(List.of(options));
      var log = data.resolveSibling(data.getFileName() + ".log");
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().put("SERVER_PORT", String.valueOf(port));
      builder.environment().put("HEYI_DATA", data.toString());
      builder.environment().remove("SPRING_DATASOURCE_URL");
      builder.environment().putAll(environment);
      return new RunningHeyi(data, port, builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RunningHeyi awaited() {
    try {
      awaitPage();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One that somebody started; it is left running.
  static RunningHeyi at(Path data, int port) {
    return new RunningHeyi(data, port, null, data.resolveSibling(data.getFileName() + ".log"));
  }

  /// How many threads it has, as the machine counts them.
  int threads() throws IOException {
    var own = process == null ? "self" : String.valueOf(process.pid());
    try (var threads = Files.list(Path.of("/proc", own, "task"))) {
      return (int) threads.count();
    }
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
    return Files.exists(log) ? Files.readAllLines(log) : List.of();
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
    var server = BuiltInDatabase.server(data);
    var workers = server.stream().flatMap(ProcessHandle::descendants).toList();
    kill();
    server.ifPresent(ProcessHandle::destroyForcibly);
    workers.forEach(ProcessHandle::destroyForcibly);
    server.ifPresent(it -> it.onExit().join());
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
          throw new IllegalStateException("Heyi did not start:\n" + Files.readString(log));
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

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
