package org.heyi.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/// Start to first page, Heyi beside an empty Boot application with the same embedded PostgreSQL.
///
/// Both on a directory that exists (Heyi's with its demonstration), in turn, and both treated the
/// same: unpacked, once without and once with Java's cache of loaded classes, which is how
/// `bin/run` starts Heyi. Target: ratio ≤ 1.5.
final class StartBench {

  private static final int RUNS = 5;

  /// What Heyi has and a Boot application with one page and a database has not. On its class path
  /// it would make the baseline slower than it is.
  private static final Pattern NOT_NEEDED =
      Pattern.compile(
          "heyi\\.jar|.*(modulith|flyway|security|session|actuator|starter-micrometer"
              + "|boot-micrometer|micrometer-(core|jakarta|registry)|health|prometheus|Histogram"
              + "|archunit|scheduler|uuid|icu4j|tika|jte|htmx|webjars|tabler|jmolecules"
              + "|jstereotype|validat|jboss|classmate|checker).*");

  /// `arguments`: Heyi's jar, this module's jar, the file with its class path.
  public static void main(String[] arguments) throws Exception {
    var folder = Files.createTempDirectory("heyi-bench");
    var heyi = unpacked(folder, Path.of(arguments[0]));
    var empty = empty(folder, arguments[1], Files.readString(Path.of(arguments[2])));
    var plain = new Program(heyi.folder(), List.of("-jar", arguments[0]));
    var starts =
        new Starts(
            List.of(
                new Row("empty, unpacked", empty),
                new Row("Heyi, unpacked", heyi),
                new Row("empty, with cache", empty.trained()),
                new Row("Heyi, with cache", heyi.trained()),
                new Row("Heyi, from its jar", plain)));
    starts.run();
    starts.figures().publish();
    FileSystemUtils.deleteRecursively(folder);
  }

  /// One way to start, and how long it took each time.
  private record Row(String name, Program program, List<Double> millis) {

    Row(String name, Program program) {
      this(name, program, new ArrayList<>());
    }

    double median() {
      return Figures.median(millis);
    }
  }

  /// Empty and Heyi unpacked, empty and Heyi with the cache, and what else is of interest.
  private record Starts(List<Row> rows) {

    /// The first start of each makes its directory and is not counted.
    void run() throws IOException, InterruptedException {
      for (var row : rows) {
        row.program().start();
      }
      for (int run = 0; run < RUNS; run++) {
        for (var row : rows) {
          row.millis().add((double) Math.round(row.program().start()));
        }
      }
    }

    Figures figures() {
      var figures = new Figures("start");
      figures.line(
          "start to first page, ms, medians of %d starts on a directory that exists", RUNS);
      rows.forEach(it -> figures.line("%-20s %6.0f  %s", it.name(), it.median(), it.millis()));
      figures.line("ratio, both unpacked   %.2f", rows.get(1).median() / rows.get(0).median());
      figures.line("ratio, both with cache %.2f", rows.get(3).median() / rows.get(2).median());
      return figures;
    }
  }

  private static Program unpacked(Path folder, Path jar) throws IOException, InterruptedException {
    var here = Files.createDirectory(folder.resolve("heyi"));
    var to = here.resolve("unpacked");
    var extract = List.of("-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination");
    new Program(here, List.of())
        .run(Stream.concat(extract.stream(), Stream.of(to.toString())).toList());
    return new Program(here, List.of("-jar", to.resolve(jar.getFileName()).toString()));
  }

  private static Program empty(Path folder, String jar, String classPath) throws IOException {
    var here = Files.createDirectory(folder.resolve("empty"));
    var needed =
        Stream.concat(Stream.of(jar), Stream.of(classPath.strip().split(File.pathSeparator, -1)))
            .filter(it -> !NOT_NEEDED.matcher(Path.of(it).getFileName().toString()).matches())
            .collect(Collectors.joining(File.pathSeparator));
    return new Program(here, List.of("-cp", needed, "org.heyi.bench.empty.EmptyApplication"));
  }

  private StartBench() {}
}
