package org.heyi.platform.database;

import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.modulith.runtime.flyway.SpringModulithFlywayMigrationStrategy;

/// Wires the server, the two roles and the migrations.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  /// All rooms first, then the rights: a grant can only name tables that exist.
  @Bean
  @Primary
  FlywayMigrationStrategy migrateThenGrant(
      SpringModulithFlywayMigrationStrategy rooms, DataSource application) {
    return flyway -> {
      rooms.migrate(flyway);
      Grants.give(flyway.getConfiguration().getDataSource(), application);
    };
  }
}
