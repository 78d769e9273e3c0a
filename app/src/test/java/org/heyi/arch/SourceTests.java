package org.heyi.arch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What the sources themselves must keep to: length, one schema a room, null marks, and in pages no
/// scripts and a key in each form.
class SourceTests {

  private static final int LONGEST_FILE = 400;
  private static final int LONGEST_METHOD = 50;
  private static final Pattern METHOD =
      Pattern.compile("(?!.*\\b(class|record|enum|interface|new|return) ).*\\w\\(.*");
  private static final Pattern MEMBER = Pattern.compile("(  |    )[^ }/*@].*");
  private static final Pattern TABLE =
      Pattern.compile(
          "\\b(?:(?<!distinct )from|join|into|update|references)\\s+([a-z]+)\\.([a-z_]+)");

  /// Schemas of what belongs to no room: sessions, jobs, event publications, migration histories.
  private static final Set<String> NO_ROOM = Set.of("infra", "migration");

  /// Text blocks, and strings of one line.
  private static final Pattern SQL =
      Pattern.compile("(?s)\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

  private static final Pattern FORM = Pattern.compile("(?s)<form\\b([^>]*)>(.*?)</form>");

  /// Forms that need no key, and why.
  private static final Map<String, String> WITHOUT_KEY =
      Map.ofEntries(
          Map.entry("shell/search.jte", "it only looks"),
          Map.entry("shell/top.jte", "language, search and sign-out: twice is once"),
          Map.entry("access/sign-in.jte", "nobody is signed in yet"),
          Map.entry("access/code.jte", "nobody is in yet, and a code counts once"),
          Map.entry("access/second-factor.jte", "password or code, and a code counts once"),
          Map.entry("access/second-factor-set-up.jte", "what is set up is set up once"),
          Map.entry("access/setup.jte", "nobody is signed in yet; the link itself works once"),
          Map.entry("access/choose-post.jte", "a post chosen twice is chosen"),
          Map.entry(
              "access/password.jte", "the present password is asked for, and is another then"),
          Map.entry("access/own-account.jte", "a session of one's own ended twice is ended"),
          Map.entry("audit/verification.jte", "it only looks"),
          Map.entry("notice/list.jte", "a notice read twice is read"),
          Map.entry("work/rows.jte", "what one has is claimed, what is free is given back"),
          Map.entry("resident/find.jte", "it only looks"),
          Map.entry("resident/identity.jte", "it only looks; each look is on record"));

  /// By itself or with a part of its room that begins with one.
  private static final Pattern KEY = Pattern.compile("\\.press\\(|name=\"key\"|\\.change-head\\(");

  @Test
  void noFileIsLongerThanFourHundredLines() throws IOException {
    for (var file : sources()) {
      assertThat(Files.readAllLines(file))
          .as(file.toString())
          .hasSizeLessThanOrEqualTo(LONGEST_FILE);
    }
  }

  @Test
  void noMethodIsLongerThanFiftyLines() throws IOException {
    for (var file : files(Path.of("src/main/java"), ".java")) {
      assertThat(longMethods(Files.readAllLines(file))).as(file.toString()).isEmpty();
    }
  }

  @Test
  void aLongMethodWouldBeSeen() {
    var lines = new ArrayList<>(List.of("class X {", "  @Override", "  void x(", "      int a) {"));
    lines.addAll(Collections.nCopies(LONGEST_METHOD, "    a++;"));
    lines.addAll(List.of("  }", "", "  void y() {", "  }", "}"));

    assertThat(longMethods(lines)).containsExactly("  void x(");
  }

  /// A room reads and writes its own schema, and joins only views `card_*` and `fact_*` of others.
  @Test
  void roomsKeepToTheirOwnTables() throws IOException {
    for (var file : files(Path.of("src/main/java"), ".java")) {
      assertThat(foreignTables(room(file), Files.readString(file))).as(file.toString()).isEmpty();
    }
  }

  /// The same for what a migration makes; only foreign keys may name a table of another room.
  @Test
  void migrationsKeepToTheirOwnTables() throws IOException {
    for (var file : files(Path.of("src/main/resources/db/migration"), ".sql")) {
      var room = file.getParent().getFileName().toString();
      if (!room.equals("__root")) {
        assertThat(foreignTables(room, "\"\"\"" + statements(Files.readString(file)) + "\"\"\""))
            .as(file.toString())
            .isEmpty();
      }
    }
  }

  @Test
  void aForeignTableWouldBeSeen() {
    var store = "\"\"\"\nselect 1 from referral.referral join capacity.card_slot x on true\n\"\"\"";

    assertThat(foreignTables("capacity", store)).containsExactly("referral.referral");
    assertThat(foreignTables("capacity", "sql(\"delete from work.item\")"))
        .containsExactly("work.item");
    var view = "-- from work.item\ncreate view work.card_x as select 1 from access.post\n";
    var key = "create table work.x (a uuid references access.account (id))";
    assertThat(foreignTables("work", "\"\"\"" + statements(view + key) + "\"\"\""))
        .containsExactly("access.post");
  }

  /// Pressing twice, or again after a lost answer, has one effect (ADR 8).
  @Test
  void everyFormThatWritesCarriesAKey() throws IOException {
    var keyless = new TreeSet<String>();
    for (var file : files(Path.of("src/main/templates"), ".jte")) {
      if (hasKeylessForm(Files.readString(file))) {
        keyless.add(Path.of("src/main/templates").relativize(file).toString());
      }
    }

    assertThat(keyless).containsExactlyInAnyOrderElementsOf(WITHOUT_KEY.keySet());
  }

  @Test
  void aFormWithoutAKeyWouldBeSeen() {
    var bare = "<form method=\"post\" action=\"/x\">@template.shell.csrf(frame = frame)</form>";

    assertThat(hasKeylessForm(bare)).isTrue();
    assertThat(hasKeylessForm(bare.replace("shell.csrf", "shell.press"))).isFalse();
    assertThat(hasKeylessForm(bare.replace("post", "get"))).isFalse();
  }

  @Test
  void everyPackageSaysThatItIsNullMarked() throws IOException {
    assertThat(unmarked(Path.of("src/main/java"))).isEmpty();
  }

  @Test
  void anUnmarkedPackageWouldBeSeen() throws IOException {
    assertThat(unmarked(Path.of("src/test/java/org/heyi/arch/fixture")))
        .containsExactly("src/test/java/org/heyi/arch/fixture");
  }

  /// The content security policy forbids inline scripts and styles; so they must not be there.
  @Test
  void pagesHaveNoInlineScriptOrStyle() throws IOException {
    var inline = Pattern.compile("<script(?![^>]*\\bsrc=)|\\sstyle=|\\son[a-z]+=|javascript:");
    for (var file : files(Path.of("src/main/templates"), ".jte")) {
      assertThat(inline.matcher(Files.readString(file)).find()).as(file.toString()).isFalse();
    }
  }

  /// A block ends with a brace at the depth at which it began; the formatter sees to that.
  private static List<String> longMethods(List<String> lines) {
    var open = new HashMap<Integer, Integer>();
    var found = new ArrayList<String>();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      var depth = line.length() - line.stripLeading().length();
      var begun = line.strip().equals("}") ? open.remove(depth) : null;
      if (begun != null
          && i - begun >= LONGEST_METHOD
          && METHOD.matcher(lines.get(begun)).matches()) {
        found.add(lines.get(begun));
      } else if (MEMBER.matcher(line).matches()) {
        open.put(depth, i);
      }
    }
    return found;
  }

  private static boolean hasKeylessForm(String template) {
    return FORM.matcher(template)
        .results()
        .filter(it -> it.group(1).contains("method=\"post\""))
        .anyMatch(it -> !KEY.matcher(it.group(2)).find());
  }

  private static Set<String> unmarked(Path root) throws IOException {
    var unmarked = new TreeSet<String>();
    for (var file : files(root, ".java")) {
      var description = file.resolveSibling("package-info.java");
      if (!Files.exists(description) || !Files.readString(description).contains("@NullMarked")) {
        unmarked.add(file.getParent().toString());
      }
    }
    return unmarked;
  }

  /// Without comments and without the targets of foreign keys.
  private static String statements(String migration) {
    return migration.replaceAll("--[^\n]*", "").replaceAll("\\breferences\\s+[a-z_.]+", "");
  }

  private static List<String> foreignTables(String room, String source) {
    return SQL.matcher(source)
        .results()
        .map(it -> it.group(1) == null ? it.group(2) : it.group(1))
        .flatMap(it -> TABLE.matcher(it).results())
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
    var all = new ArrayList<Path>();
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
