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

  static void give(DataSource owner, String application) {
    var migrating = JdbcClient.create(owner).sql("select current_user").query(String.class);
    if (!migrating.single().equals(application)) {
      new JdbcTemplate(owner).execute(Scripts.read("db/grants.sql", Map.of("app", application)));
    }
  }
}
