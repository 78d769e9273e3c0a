package org.heyi.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/// What to know of a story that failed where nobody was looking: the end of Heyi's log, what its
/// threads were doing, and the last page of each visitor in `target/pictures/failed-*.png`.
final class Evidence
    implements BeforeEachCallback,
        TestExecutionExceptionHandler,
        LifecycleMethodExecutionExceptionHandler {

  /// Where a visitor left, and how it looked there; no picture of a page that does not answer.
  private record LastPage(String address, byte[] picture) {}

  private static final Path PICTURES = Path.of("target/pictures");
  private static final Pattern PID = Pattern.compile("pid (\\d+)");

  /// In our own code, on behalf of a request, or not waiting.
  private static final Pattern BUSY = Pattern.compile("org\\.heyi\\.|\" virtual |RUNNABLE");

  private static final Pattern IDLE =
      Pattern.compile(
          "ReferencePendingList|ThreadDumper|ThreadListToUnblock|subPollerLoop|EPoll.wait|Net.accept|ProcessExit");
  private static final int LOG_LINES = 60;
  private static final int MOST_FRAMES = 25;
  private static final int BLINK = 3_000;
  private static final List<LastPage> LEFT = new CopyOnWriteArrayList<>();

  /// Called by who leaves, as it is not known yet whether the story has failed.
  static void keep(Page page) {
    try {
      var blink = new Page.ScreenshotOptions().setTimeout(BLINK);
      LEFT.add(new LastPage(page.url(), page.screenshot(blink)));
    } catch (PlaywrightException nothingToSee) {
      LEFT.add(new LastPage(page.url() + ": " + nothingToSee.getMessage(), new byte[0]));
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    LEFT.clear();
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable cause)
      throws Throwable {
    secure(context);
    throw cause;
  }

  @Override
  public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable cause)
      throws Throwable {
    secure(context);
    throw cause;
  }

  private static void secure(ExtensionContext context) {
    var story = context.getRequiredTestClass().getSimpleName() + " " + context.getDisplayName();
    var name = story.replaceAll("[^\\p{L}\\p{N}]+", "-");
    var machine = ManagementFactory.getOperatingSystemMXBean();
    System.err.printf(
        "!!! FAILED: %s (%d processors, load %.1f)%n",
        story, machine.getAvailableProcessors(), machine.getSystemLoadAverage());
    for (int i = 0; i < LEFT.size(); i++) {
      System.err.println("last page of visitor " + (i + 1) + ": " + LEFT.get(i).address());
      write("failed-%s-%d.png".formatted(name, i + 1), LEFT.get(i).picture());
    }
    Demonstration.started().ifPresent(it -> print(it, name));
  }

  private static void write(String name, byte[] picture) {
    try {
      Files.createDirectories(PICTURES);
      Files.write(PICTURES.resolve(name), picture);
    } catch (IOException e) {
      System.err.println("no picture: " + e);
    }
  }

  private static void print(RunningHeyi heyi, String name) {
    try {
      var lines = heyi.said();
      System.err.println("--- the end of Heyi's log");
      lines
          .subList(Math.max(0, lines.size() - LOG_LINES), lines.size())
          .forEach(System.err::println);
      System.err.println("--- threads that were doing something");
      busy(threads(heyi.data(), name)).forEach(System.err::println);
    } catch (IOException e) {
      System.err.println("no more to say: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// All of them, virtual ones too, as `jcmd` tells.
  private static String threads(Path data, String name) throws IOException, InterruptedException {
    var pid = PID.matcher(Files.readString(data.resolve("heyi.lock")));
    var file = PICTURES.resolve("failed-" + name + ".threads").toAbsolutePath();
    if (!pid.find()) {
      return "";
    }
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var dump =
        new ProcessBuilder(jcmd, pid.group(1), "Thread.dump_to_file", "-overwrite", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!dump.waitFor(20, TimeUnit.SECONDS)) {
      dump.destroyForcibly();
      return "the JVM does not answer jcmd";
    }
    return Files.exists(file) ? Files.readString(file) : "";
  }

  private static List<String> busy(String dump) {
    return Arrays.stream(dump.split("\n\n", -1))
        .filter(it -> it.contains("    at ") && !IDLE.matcher(it).find())
        .filter(it -> BUSY.matcher(it).find())
        .map(Evidence::shortened)
        .toList();
  }

  private static String shortened(String thread) {
    return String.join("\n", thread.lines().limit(MOST_FRAMES).toList()) + "\n";
  }
}
