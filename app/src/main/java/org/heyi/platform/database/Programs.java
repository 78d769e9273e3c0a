package org.heyi.platform.database;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Runs PostgreSQL's programs as PostgreSQL wants to be run.
///
/// It refuses to be root, so that a hole in it is not a hole in the machine. When Heyi itself is
/// root, the programs run in a user namespace of their own (`unshare -U`): they see themselves as
/// nobody and have no right of root, while on the disk their files stay root's. The server gets a
/// session of its own (`setsid`), so that Ctrl-C in a terminal reaches Heyi, which then stops it,
/// and not both at once. Both replace themselves by the program: it stays our direct child.
final class Programs {

  private static final File DISCARD = ProcessBuilder.Redirect.DISCARD.file();

  private final Path home;
  private final List<String> asNobody;

  Programs(Path home) {
    this.home = home;
    this.asNobody = isRoot() ? namespace() : List.of();
  }

  Path path(String program) {
    return home.resolve("bin").resolve(program);
  }

  /// Runs to the end. What it says goes into the log; a failure shows its last lines.
  void run(File log, String program, String... arguments) {
    try {
      var process = start(log, List.of(), program, List.of(arguments));
      if (process.waitFor() != 0) {
        throw failed(program, log);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(program + " was interrupted", e);
    }
  }

  /// `SIGINT` and `SIGQUIT` mean to PostgreSQL: end fast, end at once. Java itself cannot send
  /// them.
  void signal(String name, long process) {
    run(DISCARD, "pg_ctl", "kill", name, Long.toString(process));
  }

  Process startServer(File log, List<String> arguments) {
    var setsid = isPresent("setsid") ? List.of("setsid") : List.<String>of();
    return start(log, setsid, "postgres", arguments);
  }

  private Process start(File log, List<String> before, String program, List<String> arguments) {
    var command = new ArrayList<>(asNobody);
    command.addAll(before);
    command.add(path(program).toString());
    command.addAll(arguments);
    var builder = new ProcessBuilder(command);
    builder.redirectErrorStream(true).redirectOutput(log);
    builder.environment().keySet().removeIf(it -> it.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    try {
      return builder.start();
    } catch (IOException e) {
      throw new IllegalStateException("cannot run " + program, e);
    }
  }

  IllegalStateException failed(String program, File log) {
    try {
      var lines = Files.readAllLines(log.toPath());
      var last = lines.subList(Math.max(0, lines.size() - 5), lines.size());
      return new IllegalStateException(program + " failed: " + String.join(" | ", last));
    } catch (IOException e) {
      return new IllegalStateException(program + " failed", e);
    }
  }

  private static List<String> namespace() {
    try {
      var asked = new ProcessBuilder("unshare", "-U", "true").start();
      if (asked.waitFor() == 0) {
        return List.of("unshare", "-U");
      }
    } catch (IOException e) {
      throw noRoot(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw noRoot(null);
  }

  private static StartRefused noRoot(@Nullable Exception cause) {
    var refused =
        new StartRefused(
            "内置 PostgreSQL 不能以 root 运行，请用普通用户启动合医",
            "the embedded PostgreSQL cannot run as root here; start Heyi as an ordinary user");
    if (cause != null) {
      refused.initCause(cause);
    }
    return refused;
  }

  private static boolean isRoot() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException | UnsupportedOperationException _) {
      return false; // no /proc: not Linux
    }
  }

  private static boolean isPresent(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(it -> Files.isExecutable(Path.of(it, program)));
  }
}
