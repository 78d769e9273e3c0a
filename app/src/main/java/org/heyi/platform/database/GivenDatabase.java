package org.heyi.platform.database;

import java.util.Map;
import java.util.Optional;
import org.springframework.util.StringUtils;

/// 外部数据库: a PostgreSQL that somebody gave, as the environment names it to the application.
///
/// @param owner the role that owns the tables and runs the migrations
/// @param application the role that the application is at work; may be the owner
record GivenDatabase(String url, String owner, String password, String application) {

  static Optional<GivenDatabase> in(Map<String, String> environment) {
    var url = environment.getOrDefault("SPRING_DATASOURCE_URL", "");
    if (!StringUtils.hasText(url)) {
      return Optional.empty();
    }
    var application = environment.getOrDefault("SPRING_DATASOURCE_USERNAME", "");
    var owner = environment.getOrDefault("SPRING_FLYWAY_USER", "");
    var separate = StringUtils.hasText(owner);
    var password =
        environment.getOrDefault(
            separate ? "SPRING_FLYWAY_PASSWORD" : "SPRING_DATASOURCE_PASSWORD", "");
    return Optional.of(
        new GivenDatabase(url, separate ? owner : application, password, application));
  }

  /// A record would print the password.
  @Override
  public String toString() {
    return owner + " at " + url;
  }
}
