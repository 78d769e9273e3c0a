package org.heyi.platform.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// One statement on a connection of its own; the first column of what comes back.
final class Sql {

  private Sql() {}

  static List<String> query(String url, String role, String password, String sql)
      throws SQLException {
    try (var connection = DriverManager.getConnection(url, role, password);
        var statement = connection.createStatement()) {
      var found = new ArrayList<String>();
      if (statement.execute(sql)) {
        try (var rows = statement.getResultSet()) {
          while (rows.next()) {
            found.add(rows.getString(1));
          }
        }
      }
      return found;
    }
  }
}
