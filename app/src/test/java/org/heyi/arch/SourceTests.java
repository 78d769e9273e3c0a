package org.heyi.arch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What the sources themselves must keep to: length, one schema a room, no scripts in pages.
class SourceTests {

  private static final int LONGEST_FILE = 400;
  private static final Pattern TABLE =
      Pattern.compile("\\b(?:from|join|into|update|references)\\s+([a-z]+)\\.([a-z_]+)");

  /// Schemas of what belongs to no room: sessions, jobs, event publications, migration histories.
  private static final Set<String> NO_ROOM = Set.of("infra", "migration");

  private static final Pattern SQL = Pattern.compile("(?s)\"\"\"(.*?)\"\"\"");

  @Test
  void noFileIsLongerThanFourHundredLines() throws IOException {
    for (var file : sources()) {
      assertThat(Files.readAllLines(file))
          .as(file.toString())
          .hasSizeLessThanOrEqualTo(LONGEST_FILE);
    }
  }

  /// A room reads and writes its own schema, and joins only views `card_*` and `fact_*` of others.
  @Test
  void roomsKeepToTheirOwnTables() throws IOException {
    for (var file : files(Path.of("src/main/java"), ".java")) {
      assertThat(foreignTables(room(file), Files.readString(file))).as(file.toString()).isEmpty();
    }
  }

  @Test
  void aForeignTableWouldBeSeen() {
    var store = "\"\"\"\nselect 1 from referral.referral join capacity.card_slot x on true\n\"\"\"";

    assertThat(foreignTables("capacity", store)).containsExactly("referral.referral");
  }

  /// The content security policy forbids inline scripts and styles; so they must not be there.
  @Test
  void pagesHaveNoInlineScriptOrStyle() throws IOException {
    var inline = Pattern.compile("<script(?![^>]*\\bsrc=)|\\sstyle=|\\son[a-z]+=|javascript:");
    for (var file : files(Path.of("src/main/templates"), ".jte")) {
      assertThat(inline.matcher(Files.readString(file)).find()).as(file.toString()).isFalse();
    }
  }

  private static List<String> foreignTables(String room, String source) {
    return SQL.matcher(source)
        .results()
        .flatMap(it -> TABLE.matcher(it.group(1)).results())
        .filter(it -> !it.group(1).equals(room) && !NO_ROOM.contains(it.group(1)))
        .filter(it -> !it.group(2).startsWith("card_") && !it.group(2).startsWith("fact_"))
        .map(it -> it.group(1) + "." + it.group(2))
        .toList();
  }

  /// `src/main/java/org/heyi/flow/referral/web/X.java` → `referral`.
  private static String room(Path file) {
    return file.getNameCount() > 7 ? file.getName(6).toString() : "";
  }

  private static List<Path> sources() throws IOException {
    var all = new java.util.ArrayList<Path>();
    for (var ending : List.of(".java", ".jte", ".sql", ".css", ".js")) {
      all.addAll(files(Path.of("src"), ending));
    }
    return all;
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(it -> it.toString().endsWith(ending)).sorted().toList();
    }
  }
}
