package org.heyi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.heyi.platform.access.role.Role;
import org.heyi.platform.access.role.Roles;

/// `routes.csv`: which role may use which route.
final class RouteTable {

  private static final Path FILE = Path.of("src/test/resources/routes.csv");
  private static final int COLUMNS = 5;

  /// @param roles role codes; `any` stands for all of them, `public` for nobody needed
  /// @param kind the [RouteFixture] that makes what the path names, or empty
  /// @param sent what is sent along, and variables of the path: `a=1&b=2`, or a JSON body
  record Row(
      String method, String route, Set<String> roles, boolean open, String kind, String sent) {

    String key() {
      return method + " " + route;
    }
  }

  static List<Row> read() {
    try (var lines = Files.lines(FILE)) {
      return lines.filter(it -> !it.isBlank() && !it.startsWith("#")).map(RouteTable::row).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(String line) {
    var cells = line.split(",", COLUMNS);
    if (cells.length != COLUMNS) {
      throw new IllegalStateException("routes.csv: %d cells in %s".formatted(cells.length, line));
    }
    return new Row(
        cells[0].strip(),
        cells[1].strip(),
        roles(cells[2].strip()),
        cells[2].strip().equals("public"),
        cells[3].strip(),
        cells[4].strip());
  }

  /// Those of people: systems come with a token, see TokenTests.
  static Set<String> allRoles() {
    return Roles.read().stream()
        .filter(it -> !it.system())
        .map(Role::code)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> roles(String cell) {
    if (cell.equals("any") || cell.equals("public")) {
      return allRoles();
    }
    var roles = Arrays.stream(cell.split(" ")).collect(Collectors.toCollection(TreeSet::new));
    if (!allRoles().containsAll(roles)) {
      throw new IllegalStateException("routes.csv names an unknown role in: " + cell);
    }
    return roles;
  }

  private RouteTable() {}
}
