package org.heyi.flow.referral.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/// A list of the trade that comes as a file: one row a line, columns divided by `|`, `#` for its
/// source.
final class DataFile {

  /// @param columns how many each row must have
  static List<List<String>> rows(String path, int columns) {
    try {
      return new ClassPathResource(path)
          .getContentAsString(StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> row(path, line, columns))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  private static List<String> row(String path, String line, int columns) {
    var row = List.of(line.split("\\|", -1));
    if (row.size() != columns) {
      throw new IllegalStateException("%s: %d columns in '%s'".formatted(path, columns, line));
    }
    return row;
  }

  private DataFile() {}
}
