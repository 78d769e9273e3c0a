package org.heyi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/// One summary block: printed, and kept in `bench/target/<name>.txt`.
public final class Figures {

  private final String name;
  private final StringBuilder text = new StringBuilder();

  public Figures(String name) {
    this.name = name;
    line("== %s", name);
  }

  @SuppressWarnings("AnnotateFormatMethod") // its annotation would be a dependency of its own
  public void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  public void publish() throws IOException {
    System.out.println();
    System.out.print(text);
    var folder =
        Files.createDirectories(Path.of(System.getProperty("heyi.bench.results", "target")));
    Files.writeString(folder.resolve(name + ".txt"), text);
  }

  public static double median(Collection<Double> values) {
    return percentile(values.stream().mapToDouble(it -> it).toArray(), 50);
  }

  /// The smallest value that so many of a hundred do not exceed.
  public static double percentile(double[] values, int percent) {
    if (values.length == 0) {
      throw new IllegalArgumentException("no values");
    }
    var sorted = values.clone();
    Arrays.sort(sorted);
    int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
    return sorted[Math.max(0, rank - 1)];
  }
}
