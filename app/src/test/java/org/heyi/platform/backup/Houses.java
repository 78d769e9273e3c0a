package org.heyi.platform.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.heyi.TestDatabase.Access;
import org.heyi.platform.database.HouseDatabase;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Databases of houses, as a command would be told of them.
final class Houses {

  /// One with tables and nothing in them.
  static HouseDatabase fresh(Access access, Path data) {
    var house = HouseDatabase.emptyIn(data, environment(access));
    house.finish();
    return house;
  }

  static HouseDatabase at(Access access, Path data) {
    return HouseDatabase.in(data, environment(access));
  }

  static void restore(Path file, Access access, Path data) throws SQLException, IOException {
    try (var backup = BackupReader.open(file)) {
      new Restore(backup, data).run(environment(access), "test").close();
    }
  }

  static DataSource owner(Access access) {
    return new DriverManagerDataSource(access.url(), access.owner(), access.password());
  }

  static Map<String, String> environment(Access access) {
    return Map.of(
        "SPRING_DATASOURCE_URL", access.url(),
        "SPRING_DATASOURCE_USERNAME", access.app(),
        "SPRING_DATASOURCE_PASSWORD", access.password(),
        "SPRING_FLYWAY_USER", access.owner(),
        "SPRING_FLYWAY_PASSWORD", access.password());
  }

  private Houses() {}
}
