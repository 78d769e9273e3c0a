package org.heyi.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Start to first page, Heyi beside an empty Boot application with the same embedded PostgreSQL.
///
/// Both on a directory that exists (the first start of each makes it and is not counted),
/// alternating. Target: ratio ≤ 1.5.
final class StartBench {

  private static final int RUNS = 5;
  private static final int LONGEST_SECONDS = 300;

  /// `arguments`: Heyi's jar, the class path of this module.
  public static void main(String[] arguments) throws Exception {
    var heyi = List.of("-jar", arguments[0]);
    var empty = List.of("-cp", arguments[1], "org.heyi.bench.empty.EmptyApplication");
    var folder = Files.createTempDirectory("heyi-bench");
    run(heyi, folder.resolve("heyi"));
    run(empty, folder.resolve("empty"));
    var heyiMillis = new double[RUNS];
    var emptyMillis = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      emptyMillis[i] = run(empty, folder.resolve("empty"));
      heyiMillis[i] = run(heyi, folder.resolve("heyi"));
    }
    System.out.printf(
        "start to first page, medians of %d: Heyi %.0f ms, empty application %.0f ms, ratio %.2f%n",
        RUNS, median(heyiMillis), median(emptyMillis), median(heyiMillis) / median(emptyMillis));
  }

  private static double run(List<String> what, Path data) throws IOException, InterruptedException {
    var port = freePort();
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(what);
    command.add("--server.port=" + port);
    command.add("--heyi.data=" + data);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(
        ProcessBuilder.Redirect.appendTo(
            data.resolveSibling(data.getFileName() + ".log").toFile()));
    long begin = System.nanoTime();
    var process = builder.start();
    try {
      awaitPage(process, port);
      return (System.nanoTime() - begin) / 1e6;
    } finally {
      process.destroy();
      process.waitFor(60, TimeUnit.SECONDS);
    }
  }

  private static void awaitPage(Process process, int port) throws InterruptedException {
    var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    try (var http = HttpClient.newHttpClient()) {
      var page = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sign-in"));
      while (!answers(http, page.build())) {
        if (!process.isAlive() || System.nanoTime() > until) {
          throw new IllegalStateException("did not start; see the log beside its directory");
        }
        TimeUnit.MILLISECONDS.sleep(20);
      }
    }
  }

  private static boolean answers(HttpClient http, HttpRequest page) throws InterruptedException {
    try {
      return http.send(page, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static double median(double[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private StartBench() {}
}
