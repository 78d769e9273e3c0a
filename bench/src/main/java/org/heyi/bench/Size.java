package org.heyi.bench;

import java.util.Arrays;

/// How big a benchmark is made: `--people=`, `--seconds=` for trying out, `--all` for a million.
public record Size(int people, int seconds) {

  private static final int PEOPLE = 200_000;

  /// @param seconds where nothing is said
  public static Size of(String[] arguments, int seconds) {
    boolean all = Arrays.asList(arguments).contains("--all");
    return new Size(
        option(arguments, "--people=", all ? 5 * PEOPLE : PEOPLE),
        option(arguments, "--seconds=", seconds));
  }

  /// A number of the command line.
  public static int option(String[] arguments, String name, int otherwise) {
    var said = text(arguments, name);
    return said.isEmpty() ? otherwise : Integer.parseInt(said);
  }

  /// A word of the command line, or empty.
  static String text(String[] arguments, String name) {
    return Arrays.stream(arguments)
        .filter(it -> it.startsWith(name))
        .findFirst()
        .map(it -> it.substring(name.length()))
        .orElse("");
  }
}
