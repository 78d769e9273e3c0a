package org.heyi.platform.database;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.modulith.ApplicationModule;
import org.springframework.util.ClassUtils;

/// The rooms that bring tables, lowest first: a room's tables may refer to those of a room that it
/// says it depends on.
///
/// The order is read from the rooms' own `@ApplicationModule`, as the architecture test holds them
/// to it. Modulith's runtime would find the same by analysing all classes, at each start, with a
/// library that belongs into tests.
final class Rooms {

  private static final String PACKAGE = "org.heyi.";
  private static final Pattern MIGRATION =
      Pattern.compile("db/migration/(\\w+)/(\\w+)/[^/]+\\.sql$");

  private Rooms() {}

  /// Ids such as `flow.referral`, whose migrations lie in `db/migration/flow/referral`.
  static List<String> withMigrations() throws IOException {
    var found = new TreeSet<String>();
    for (var file :
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:db/migration/*/*/*.sql")) {
      var place = MIGRATION.matcher(file.getURL().toString());
      if (place.find()) {
        found.add(place.group(1) + "." + place.group(2));
      }
    }
    var ordered = new LinkedHashSet<String>();
    found.forEach(room -> addAfterItsGround(room, ordered, new LinkedHashSet<>()));
    return ordered.stream().filter(found::contains).toList();
  }

  private static void addAfterItsGround(String room, Set<String> ordered, Set<String> above) {
    if (ordered.contains(room)) {
      return;
    }
    if (!above.add(room)) {
      throw new IllegalStateException("rooms depend on each other in a circle: " + above);
    }
    ground(room).forEach(it -> addAfterItsGround(it, ordered, above));
    above.remove(room);
    ordered.add(room);
  }

  /// What a room says it depends on, without the names of interfaces (`room :: part`).
  private static Stream<String> ground(String room) {
    var description = PACKAGE + room + ".package-info";
    try {
      var module =
          ClassUtils.forName(description, Rooms.class.getClassLoader())
              .getAnnotation(ApplicationModule.class);
      return Stream.of(module.allowedDependencies()).map(it -> it.split("::", 2)[0].strip());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("no room " + description + " for its migrations", e);
    }
  }
}
