package org.heyi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The names of all fields that any form of ours has.
final class FormFields {

  private static final Pattern SHOWN =
      Pattern.compile("(?:\\bname=|\\.field\\(id = |\\bid = )\"([a-zA-Z]+)\"");

  /// Where forms say their fields in Java.
  private static final Pattern SAID =
      Pattern.compile("(?:text|plain|chosen|id|ticked)\\(\"([a-zA-Z]+)\"\\)");

  static final Set<String> ALL = read();

  private static Set<String> read() {
    var all = new TreeSet<String>();
    find(Path.of("src/main/templates"), ".jte", SHOWN, all);
    find(Path.of("src/main/java"), ".java", SAID, all);
    assertThat(all).contains("name", "number", "phone", "password", "complaint");
    return all;
  }

  private static void find(Path folder, String ending, Pattern pattern, Set<String> all) {
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(it -> it.toString().endsWith(ending)).toList()) {
        pattern.matcher(Files.readString(file)).results().forEach(it -> all.add(it.group(1)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FormFields() {}
}
