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
@Component
class RoomMigrations implements FlywayMigrationStrategy {

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
    UnfinishedRestore.refuse(settings.getDataSource());
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
    new Migrations(settings).toHead();
    Grants.give(settings.getDataSource(), role);
    build.writeTo(settings.getDataSource());
  }
}
