package org.heyi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Every page of everybody's menu: opens, axe finds nothing, does not scroll sideways on a phone.
/// Pictures of them lie in `target/pictures`. It takes some minutes: `bin/test --all`.
@BrowserStory
@Tag("large")
class EveryPageTests {

  private static final Path PICTURES = Path.of("target/pictures");
  private static RunningHeyi heyi;
  private static Chromium chromium;

  @BeforeAll
  static void start() {
    heyi = Demonstration.running();
    chromium = Chromium.launch();
  }

  @AfterAll
  static void stop() {
    chromium.close();
  }

  @Test
  void axeFindsNothingOnAnybodysPages() {
    var flaws = new ArrayList<String>();
    for (var person : onePerRole()) {
      flaws.addAll(visit(person, 1920, "zh-CN"));
      flaws.addAll(visit(person, 360, "en"));
    }
    assertThat(flaws).isEmpty();
  }

  private static List<String> visit(DemoPerson person, int width, String language) {
    var flaws = new ArrayList<String>();
    try (var visitor = new Visitor(chromium, heyi.address(), width, language)) {
      visitor.signIn(person);
      for (var path : visitor.menu()) {
        visitor.open(path);
        var where = "%s %s %d %s".formatted(person.role(), path, width, language);
        visitor.flaws().forEach(it -> flaws.add(where + ": " + it));
        if (scrollsSideways(visitor)) {
          flaws.add(where + ": scrolls sideways");
        }
        visitor.shoot(PICTURES.resolve(name(person, path, width, language)));
      }
    }
    return flaws;
  }

  private static boolean scrollsSideways(Visitor visitor) {
    return (Boolean)
        visitor
            .page()
            .evaluate(
                "document.documentElement.scrollWidth > document.documentElement.clientWidth");
  }

  private static List<DemoPerson> onePerRole() {
    var roles = new ArrayList<String>();
    return DemoPerson.all(heyi.data()).stream()
        .filter(it -> !roles.contains(it.role()) && roles.add(it.role()))
        .toList();
  }

  private static String name(DemoPerson person, String path, int width, String language) {
    var page = path.equals("/") ? "home" : path.substring(1).replaceAll("[^a-z0-9-]+", "-");
    return "%s-%s-%d-%s.png".formatted(person.role(), page, width, language);
  }
}
