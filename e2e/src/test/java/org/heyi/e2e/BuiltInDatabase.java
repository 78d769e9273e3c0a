package org.heyi.e2e;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/// The database server that runs with a Heyi, as who has its data directory may reach it.
final class BuiltInDatabase {

  static Connection asSuperuser(Path data, String database) throws IOException, SQLException {
    return DriverManager.getConnection(
        url(data, database), "postgres", secrets(data).getProperty("postgres"));
  }

  static String url(Path data, String database) throws IOException {
    var port = Files.readString(data.resolve("database.port")).strip();
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /// Role → password.
  static Properties secrets(Path data) throws IOException {
    var secrets = new Properties();
    secrets.load(new StringReader(Files.readString(data.resolve("database.secret"))));
    return secrets;
  }

  private BuiltInDatabase() {}
}
