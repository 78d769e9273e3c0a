package org.heyi.platform.database;

import org.flywaydb.core.Flyway;
import org.heyi.TestDatabase.Access;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A database as the application's start makes it.
public final class MigratedDatabase {

  public static void start(Access access) {
    var owner = new DriverManagerDataSource(access.url(), access.owner(), access.password());
    var application = new DriverManagerDataSource(access.url(), access.app(), access.password());
    new RoomMigrations(application)
        .migrate(
            Flyway.configure()
                .dataSource(owner)
                .defaultSchema("migration")
                .locations("classpath:db/migration")
                .load());
  }

  private MigratedDatabase() {}
}
