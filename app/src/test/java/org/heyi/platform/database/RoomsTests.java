package org.heyi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// The order in which rooms bring their tables.
class RoomsTests {

  /// Modulith derives its order from the classes themselves; ours must not contradict it.
  @Test
  void aRoomComesAfterTheRoomsItDependsOn() throws Exception {
    var rooms = Rooms.withMigrations();
    var modules = ApplicationModules.of("org.heyi");

    assertThat(rooms).isNotEmpty().doesNotHaveDuplicates();
    for (var room : rooms) {
      var module = modules.getModuleByName(room).orElseThrow();
      var ground =
          module
              .getDirectDependencies(modules)
              .uniqueModules()
              .map(it -> it.getIdentifier().toString())
              .filter(rooms::contains)
              .toList();
      assertThat(before(room, rooms)).as(room).containsAll(ground);
    }
  }

  private static List<String> before(String room, List<String> rooms) {
    return rooms.subList(0, rooms.indexOf(room));
  }
}
