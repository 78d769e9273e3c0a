package org.heyi.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/// Brings the tables of all rooms up to date, lowest room first, and then gives the rights.
///
/// `__root` holds what belongs to no room. Each room has a history of its own, so that two rooms
/// never argue about a version number. Names are those of Spring Modulith's module-aware migration.
@Component
class RoomMigrations implements FlywayMigrationStrategy {

  private static final String ROOT = "__root";

  private final DataSource application;

  RoomMigrations(DataSource application) {
    this.application = application;
  }

  @Override
  public void migrate(Flyway flyway) {
    var settings = flyway.getConfiguration();
    try {
      migrate(settings, ROOT);
      for (var room : Rooms.withMigrations()) {
        migrate(settings, room);
      }
      Grants.give(settings.getDataSource(), application);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void migrate(Configuration settings, String room) {
    Flyway.configure(settings.getClassLoader())
        .configuration(settings)
        .locations("classpath:db/migration/" + room.replace('.', '/'))
        .table(settings.getTable() + "_" + room)
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
  }
}
