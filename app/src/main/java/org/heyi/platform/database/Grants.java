package org.heyi.platform.database;

import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rights of the application's role, `db/grants.sql`.
///
/// With an external database owner and application may be one role. Then there is nothing to give.
final class Grants {

  private Grants() {}

  static void give(DataSource owner, DataSource application) {
    var migrating = currentUser(owner);
    var working = currentUser(application);
    if (!migrating.equals(working)) {
      new JdbcTemplate(owner).execute(Scripts.read("db/grants.sql", Map.of("app", working)));
    }
  }

  private static String currentUser(DataSource database) {
    return JdbcClient.create(database).sql("select current_user").query(String.class).single();
  }
}
