package org.heyi.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A Java program with a page, run in a process of its own on a data directory of its own.
public record Program(Path folder, List<String> arguments) {

  private static final int LONGEST_SECONDS = 300;
  private static final int GLANCE_MILLIS = 10;

  /// The same program with what Java learned from one run of it, as `bin/run` does it: a run on an
  /// empty directory that ends when the application would be up.
  Program trained() throws IOException, InterruptedException {
    var cache = folder.resolve("learned.aot");
    var training = new ArrayList<>(List.of("-XX:AOTCacheOutput=" + cache));
    training.add("-Dspring.context.exit=onRefresh");
    training.addAll(arguments);
    training.addAll(settings(0, folder.resolve("training")));
    run(training);
    var command = new ArrayList<>(List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=off"));
    command.addAll(arguments);
    return new Program(folder, command);
  }

  /// Milliseconds from the start of the process to the first page.
  double start() throws IOException, InterruptedException {
    long begin = System.nanoTime();
    try (var _ = up("/sign-in")) {
      return (System.nanoTime() - begin) / 1e6;
    }
  }

  /// Runs until it is closed; up when the page answers.
  public Running up(String page) throws IOException, InterruptedException {
    int port = freePort();
    var command = new ArrayList<>(arguments);
    command.addAll(settings(port, folder.resolve("data")));
    var running = new Running(begin(command), "http://localhost:" + port);
    try {
      awaitPage(running, page);
      return running;
    } catch (InterruptedException | RuntimeException e) {
      running.close();
      throw e;
    }
  }

  /// A process and where its pages are.
  public record Running(Process process, String address) implements AutoCloseable {

    @Override
    public void close() {
      process.destroy();
      process.onExit().completeOnTimeout(process, LONGEST_SECONDS, TimeUnit.SECONDS).join();
      process.destroyForcibly();
    }
  }

  private static List<String> settings(int port, Path data) {
    return List.of("--server.port=" + port, "--management.server.port=0", "--heyi.data=" + data);
  }

  /// Runs Java to its end.
  void run(List<String> command) throws IOException, InterruptedException {
    var process = begin(command);
    if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroy();
      throw new IllegalStateException("a run failed, see " + log());
    }
  }

  private Process begin(List<String> command) throws IOException {
    var whole = new ArrayList<String>();
    whole.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    whole.addAll(command);
    return new ProcessBuilder(whole)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
        .start();
  }

  private Path log() {
    return folder.resolve("log");
  }

  private void awaitPage(Running running, String path) throws InterruptedException {
    var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    try (var http = HttpClient.newHttpClient()) {
      var page = HttpRequest.newBuilder(URI.create(running.address() + path));
      while (!answers(http, page.build())) {
        if (!running.process().isAlive() || System.nanoTime() > until) {
          throw new IllegalStateException("did not start, see " + log());
        }
        TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
      }
    }
  }

  private static boolean answers(HttpClient http, HttpRequest page) throws InterruptedException {
    try {
      return http.send(page, BodyHandlers.discarding()).statusCode() == 200;
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
