package org.heyi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Every page that somebody can reach by links: opens, axe finds nothing, no word key shows, does
/// not scroll sideways. Pictures lie in `target/pictures`. Each kind of page is looked at once on a
/// phone in Chinese; `--all` looks at it on a desk in English too, and as each role.
@BrowserStory
class EveryPageTests {

  private static Stage stage;

  @BeforeAll
  static void start() {
    stage = new Stage();
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  @Test
  void eachKindOfPageIsSoundOnAPhone() {
    eachKindOfPageIsSound(360, "zh-CN");
  }

  @Test
  @Tag("large")
  void eachKindOfPageIsSoundOnADesk() {
    eachKindOfPageIsSound(1920, "en");
  }

  @Test
  @Tag("large")
  void eachPageIsSoundForEachRole() {
    var flaws = new ArrayList<String>();
    for (var person : onePerRole()) {
      flaws.addAll(walk(person, 1920, "zh-CN", new HashSet<>()));
      flaws.addAll(walk(person, 360, "en", new HashSet<>()));
    }
    assertThat(flaws).isEmpty();
  }

  private static void eachKindOfPageIsSound(int width, String language) {
    var flaws = new ArrayList<String>();
    var opened = new HashSet<String>();
    for (var person : onePerRole()) {
      flaws.addAll(walk(person, width, language, opened));
    }
    assertThat(flaws).isEmpty();
    assertThat(opened)
        .contains(
            "/referrals/{id}/destination",
            "/referrals/{id}/slip",
            "/api-guide",
            "/residents/{id}",
            "/institutions/{id}");
  }

  private static List<String> walk(
      DemoPerson person, int width, String language, Set<String> opened) {
    try (var visitor = stage.visitor(person.login(), language, width)) {
      return new Walk(visitor, person.role(), width + "-" + language, opened).everywhere();
    }
  }

  private static List<DemoPerson> onePerRole() {
    var roles = new HashSet<String>();
    return DemoPerson.all(stage.heyi().data()).stream().filter(it -> roles.add(it.role())).toList();
  }
}
