package org.heyi.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/// SQL files of this room with values put in for `${name}`.
final class Scripts {

  private Scripts() {}

  /// Values go into SQL literals, so anything but plain names and random letters is refused.
  static String read(String path, Map<String, String> values) {
    try {
      var sql = new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
      for (var value : values.entrySet()) {
        if (value.getValue().chars().anyMatch(it -> it == '\'' || it == '\\')) {
          throw new IllegalArgumentException("quote in the value of " + value.getKey());
        }
        sql = sql.replace("${" + value.getKey() + "}", value.getValue());
      }
      return sql;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
