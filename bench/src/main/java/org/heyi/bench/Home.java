package org.heyi.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.springframework.util.FileSystemUtils;

/// The folder of a Heyi that runs from its jar in a process of its own, and the way to its
/// database. A fresh one, or the one that `heyi.bench.data` names, which then stays.
public record Home(Path folder, boolean passing) implements AutoCloseable {

  private static final int CONNECTIONS = 24;
  private static final String MEMORY = "-Xmx2g";

  public static Home open() throws IOException {
    var given = System.getProperty("heyi.bench.data");
    return given == null
        ? new Home(Files.createTempDirectory("heyi-bench"), true)
        : new Home(Files.createDirectories(Path.of(given)), false);
  }

  /// Where Heyi keeps everything; who prepares it in this process takes the same.
  public Path data() {
    return folder.resolve("data");
  }

  public Program heyi(String jar) {
    return new Program(folder, List.of(MEMORY, "-jar", jar));
  }

  /// Another program with as much memory, which writes its log elsewhere.
  public Program beside(String name, List<String> arguments) throws IOException {
    var command = new ArrayList<>(List.of(MEMORY));
    command.addAll(arguments);
    return new Program(Files.createDirectories(folder.resolve(name)), command);
  }

  /// With as many connections and the same role as Heyi's own pool.
  public HikariDataSource pool() throws IOException {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(url("heyi"));
    pool.setUsername("heyi_app");
    pool.setPassword(password("heyi_app"));
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setConnectionInitSql("set time zone 'UTC'");
    return pool;
  }

  /// To a database of the running server, as its superuser.
  public Connection master(String database) throws IOException, SQLException {
    return DriverManager.getConnection(url(database), "postgres", password("postgres"));
  }

  public String url(String database) throws IOException {
    var port = Files.readString(data().resolve("database.port")).strip();
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private String password(String role) throws IOException {
    var secrets = new Properties();
    try (Reader file = Files.newBufferedReader(data().resolve("database.secret"))) {
      secrets.load(file);
    }
    return secrets.getProperty(role);
  }

  @Override
  public void close() throws IOException {
    if (passing) {
      FileSystemUtils.deleteRecursively(folder);
    }
  }
}
