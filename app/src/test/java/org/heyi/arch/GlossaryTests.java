package org.heyi.arch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each room and each public type of a room's base package stands once in the code column of
/// `GLOSSARY.md`, in the room's own section, and each room on the map of both READMEs.
class GlossaryTests {

  private static final Path GLOSSARY = Path.of("../GLOSSARY.md");
  private static final Path CODE = Path.of("src/main/java/org/heyi");
  private static final Pattern PUBLIC_TYPE =
      Pattern.compile("(?m)^public (?:[a-z-]+ )*@?(?:class|record|interface|enum) (\\w+)");
  private static final Pattern QUOTED = Pattern.compile("`([^`\\n]+)`");
  private static final int CODE_COLUMN = 3;
  private static final int COLUMNS = 6;

  @Test
  void everyPublicWordIsExplainedOnce() throws IOException {
    assertThat(unexplained(rooms(), Files.readString(GLOSSARY))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../README.md", "../README.zh-CN.md"})
  void everyRoomStandsOnTheMap(Path map) throws IOException {
    var named = QUOTED.matcher(Files.readString(map)).results().map(it -> it.group(1)).toList();

    assertThat(named).containsAll(rooms().keySet());
  }

  @Test
  void rowsAreWhole() throws IOException {
    assertThat(rows(Files.readString(GLOSSARY))).allSatisfy(it -> assertThat(it).hasSize(COLUMNS));
  }

  @Test
  void roomsAreFound() throws IOException {
    assertThat(rooms()).containsKey("platform.shared");
    assertThat(rooms().get("platform.shared"))
        .contains("Staff", "NoStaffNeeded")
        .doesNotContain("TextIds");
  }

  @Test
  void aMissingOrDoubledWordWouldBeSeen() {
    var glossary =
        """
        ## platform.shared
        | 中文 | English | code | meaning, source |
        |---|---|---|---|
        | 共用词 | shared words | `platform.shared` | words |
        | 职责 | duty | `Duty` | once |
        | 职责 | duty | `Duty` | twice |
        ## platform.shell
        | 页框 | frame | `Page` | of another room |
        """;

    assertThat(unexplained(Map.of("platform.shared", List.of("Duty", "Page")), glossary))
        .containsExactly("platform.shared: Duty 2 times", "platform.shared: Page 0 times");
  }

  private static List<String> unexplained(Map<String, List<String>> rooms, String glossary) {
    var wrong = new ArrayList<String>();
    rooms.forEach((room, types) -> {
      var named = codes(section(room, glossary));
      var wanted = new ArrayList<>(types);
      wanted.add(room);
      for (var word : wanted) {
        var times = named.stream().filter(word::equals).count();
        if (times != 1) {
          wrong.add("%s: %s %d times".formatted(room, word, times));
        }
      }
    });
    return wrong;
  }

  /// From the heading that names the room to the next heading.
  private static String section(String room, String glossary) {
    var heading = Pattern.compile("(?ms)^## " + Pattern.quote(room) + "\\b(.*?)(?=^## |\\z)");
    var found = heading.matcher(glossary);
    return found.find() ? found.group(1) : "";
  }

  private static List<String> codes(String section) {
    return rows(section).stream()
        .filter(it -> it.length == COLUMNS)
        .flatMap(it -> QUOTED.matcher(it[CODE_COLUMN]).results())
        .map(it -> it.group(1))
        .toList();
  }

  /// The cells of each table row, with an empty one before and after.
  private static List<String[]> rows(String text) {
    return text.lines()
        .filter(it -> it.startsWith("|"))
        .map(it -> it.split("(?<!\\\\)\\|", -1))
        .toList();
  }

  /// Room → public types of its base package, as the sources declare them.
  private static Map<String, List<String>> rooms() throws IOException {
    var rooms = new TreeMap<String, List<String>>();
    for (var description : Markdown.files(CODE, "package-info.java")) {
      if (Files.readString(description).contains("@ApplicationModule")) {
        var room = CODE.relativize(description.getParent()).toString().replace('/', '.');
        rooms.put(room, publicTypes(description.getParent()));
      }
    }
    return rooms;
  }

  private static List<String> publicTypes(Path room) throws IOException {
    var types = new ArrayList<String>();
    for (var file : Markdown.files(room, ".java")) {
      if (file.getParent().equals(room)) {
        PUBLIC_TYPE.matcher(Files.readString(file)).results().forEach(it -> types.add(it.group(1)));
      }
    }
    return types;
  }
}
