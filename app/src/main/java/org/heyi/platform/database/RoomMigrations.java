package org.heyi.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Brings the tables of all rooms up to date, lowest room first, and then gives the rights.
///
/// `__root` holds what belongs to no room. Each room has a history of its own, so that two rooms
/// never argue about a version number. Names are those of Spring Modulith's module-aware migration.
@Component
class RoomMigrations implements FlywayMigrationStrategy {

  private static final String ROOT = "__root";
  private static final Logger LOG = LoggerFactory.getLogger(RoomMigrations.class);

  private final DataSource application;

  RoomMigrations(DataSource application) {
    this.application = application;
  }

  @Override
  public void migrate(Flyway flyway) {
    var settings = flyway.getConfiguration();
    var jdbc = JdbcClient.create(application);
    var role = jdbc.sql("select current_user").query(String.class).single();
    try {
      var build = Build.with(role);
      if (!build.isIn(settings.getDataSource())) {
        bring(build, role, settings);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Two nodes may come here at once: Flyway takes turns by itself, and so do the grants.
  private static void bring(Build build, String role, Configuration settings) throws IOException {
    LOG.info("Bringing the tables up to date");
    migrate(settings, ROOT);
    for (var room : Rooms.withMigrations()) {
      migrate(settings, room);
    }
    Grants.give(settings.getDataSource(), role);
    build.writeTo(settings.getDataSource());
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
