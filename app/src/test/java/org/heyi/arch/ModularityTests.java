package org.heyi.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/// The rooms, their borders and their one-way order (design: "the way through the house").
class ModularityTests {

  static final ApplicationModules ROOMS =
      ApplicationModules.of("org.heyi", new ImportOption.DoNotIncludeTests());

  /// Lowest first. A room may depend on rooms before it, never on one after it.
  private static final List<String> ORDER =
      List.of(
          "platform.shared",
          "platform.database",
          "platform.shell",
          "platform.operation",
          "platform.audit",
          "platform.sheet",
          "platform.access",
          "platform.policy",
          "platform.calendar",
          "platform.work",
          "platform.notice",
          "platform.revision",
          "platform.file",
          "platform.print",
          "platform.fhir",
          "platform.backup",
          "steering.directory",
          "steering.community",
          "steering.governance",
          "person.resident",
          "flow.capacity",
          "flow.referral",
          "front.demo");

  @Test
  void bordersHold() {
    ROOMS.verify();
  }

  @Test
  void everyRoomHasItsPlaceInTheOrder() {
    assertThat(ROOMS.stream().map(it -> it.getIdentifier().toString()).toList()).isSubsetOf(ORDER);
  }

  @Test
  void aRoomDependsOnLowerRoomsOnly() {
    for (var room : ROOMS) {
      assertThat(above(room, dependencies(room))).as("rooms above %s", id(room)).isEmpty();
    }
  }

  @Test
  void aDependencyUpwardsWouldBeSeen() {
    var shared = ROOMS.getModuleByName("platform.shared").orElseThrow();

    assertThat(above(shared, Set.of("flow.referral"))).containsExactly("flow.referral");
  }

  /// Canvases and diagrams for `docs/modules`, made anew by each build.
  @Test
  void documentsItself() {
    new Documenter(ROOMS).writeDocumentation();
  }

  private static List<String> above(ApplicationModule room, Set<String> dependencies) {
    int own = ORDER.indexOf(id(room));
    return dependencies.stream().filter(it -> ORDER.indexOf(it) >= own).sorted().toList();
  }

  private static Set<String> dependencies(ApplicationModule room) {
    var others = new java.util.TreeSet<String>();
    room.getDirectDependencies(ROOMS).stream()
        .map(it -> id(it.getTargetModule()))
        .filter(it -> !it.equals(id(room)))
        .forEach(others::add);
    return others;
  }

  private static String id(ApplicationModule room) {
    return room.getIdentifier().toString();
  }
}
