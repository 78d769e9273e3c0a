package org.heyi.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/// 合医数据库: the database of one installation, opened as the owner of its tables by a command that
/// works beside the application.
///
/// Which one it is, says the environment as it does to the application: the given one, or that of
/// the data directory. There the command joins a Heyi that runs, or starts the server for itself.
public final class HouseDatabase implements AutoCloseable {

  private static final String APPLICATION = "heyi_app";

  private final DataSource owner;
  private final String application;
  private final Path data;
  private final @Nullable EmbeddedServer mine;

  private HouseDatabase(
      DataSource owner, String application, Path data, @Nullable EmbeddedServer mine) {
    this.owner = owner;
    this.application = application;
    this.data = data;
    this.mine = mine;
  }

  /// The database that is there.
  ///
  /// @throws StartRefused when there is none, or it is not ready to be worked with
  public static HouseDatabase in(Path data, Map<String, String> environment) {
    var database =
        GivenDatabase.in(environment).map(it -> given(it, data)).orElseGet(() -> embedded(data));
    try {
      UnfinishedRestore.refuse(database.owner);
      database.refuseWithoutHouse();
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /// A database with nothing in it, to restore into. It is marked, so that nobody works with it
  /// before [#finish]; [#discard] leaves the place as it was.
  ///
  /// @throws StartRefused when something is there already
  public static HouseDatabase emptyIn(Path data, Map<String, String> environment) {
    var given = GivenDatabase.in(environment);
    if (given.isEmpty()) {
      refuseFilled(data);
    }
    var database = given.map(it -> given(it, data)).orElseGet(() -> started(data));
    try {
      database.refuseHouse();
      UnfinishedRestore.begins(database.owner);
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  public DataSource owner() {
    return owner;
  }

  /// Of these rooms and versions those that are newer than this build, as `room version`.
  public static List<String> unknown(Map<String, String> versions) {
    try {
      return Migrations.unknown(versions);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Makes the tables as they were when the rooms stood at these versions.
  public void migrate(Map<String, String> versions) {
    try {
      Migrations.as(owner).to(versions);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// From whatever version to this build's, with the rights of the application's role.
  public void finish() {
    try {
      Migrations.as(owner).toHead();
      Grants.give(owner, application);
      Build.with(application).writeTo(owner);
      UnfinishedRestore.finished(owner);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Takes back what was made since [#emptyIn], and closes.
  public void discard() {
    try {
      if (mine == null) {
        var jdbc = JdbcClient.create(owner);
        for (var schema : Migrations.schemas()) {
          jdbc.sql("drop schema if exists " + schema + " cascade").update();
        }
      }
      close();
      if (mine != null) {
        for (var entry : entries(data)) {
          FileSystemUtils.deleteRecursively(entry);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A server that was started for this command ends with it.
  @Override
  public void close() {
    if (mine != null) {
      mine.close();
    }
  }

  private static HouseDatabase given(GivenDatabase given, Path data) {
    var owner = new DriverManagerDataSource(given.url(), given.owner(), given.password());
    return new HouseDatabase(owner, given.application(), data, null);
  }

  private static HouseDatabase embedded(Path data) {
    var secrets = data.resolve("database.secret");
    if (!Files.isDirectory(data.resolve("postgres/cluster")) || !Files.exists(secrets)) {
      throw new StartRefused(
          data + " 中没有数据库。请用 HEYI_DATA 指定数据目录，或用 SPRING_DATASOURCE_URL 指定数据库",
          "there is no database in "
              + data
              + "; name the data directory with HEYI_DATA or the database with"
              + " SPRING_DATASOURCE_URL");
    }
    if (FirstStart.isUnfinishedIn(data)) {
      throw new StartRefused(
          data + " 的首次启动尚未完成，请等合医启动后再试",
          "the first start in " + data + " has not finished; try again when Heyi is up");
    }
    try {
      return started(data);
    } catch (DirectoryInUse running) {
      return joined(data, Secrets.read(secrets));
    }
  }

  /// The Heyi that runs on the directory has its server up, or will have.
  private static HouseDatabase joined(Path data, Secrets secrets) {
    try {
      var port = Integer.parseInt(Files.readString(data.resolve("database.port")).strip());
      var owner = asOwner(EmbeddedServer.url(port, "heyi"), secrets);
      return new HouseDatabase(owner, APPLICATION, data, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HouseDatabase started(Path data) {
    var server = EmbeddedServer.start(DataDirectory.hold(data));
    var owner = asOwner(server.url(), server.secrets());
    return new HouseDatabase(owner, APPLICATION, data, server);
  }

  private static DataSource asOwner(String url, Secrets secrets) {
    return new DriverManagerDataSource(url, "heyi_owner", secrets.owner());
  }

  private static void refuseFilled(Path data) {
    try {
      if (Files.exists(data) && !entries(data).isEmpty()) {
        throw new StartRefused(
            "数据目录 " + data + " 不是空的，恢复不会覆盖任何内容。请用 HEYI_DATA 另选一个空目录",
            "the data directory "
                + data
                + " is not empty, and a restore overwrites nothing; choose an empty one with"
                + " HEYI_DATA");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void refuseHouse() {
    var there = housesSchemas();
    if (!there.isEmpty()) {
      throw new StartRefused(
          "该数据库不是空的（已有 " + there + "），恢复不会覆盖任何内容。请新建一个空数据库，并在 SPRING_DATASOURCE_URL 中指定",
          "the database is not empty (it has "
              + there
              + "), and a restore overwrites nothing; make an empty database and name it in"
              + " SPRING_DATASOURCE_URL");
    }
  }

  private void refuseWithoutHouse() {
    if (!housesSchemas().contains("migration")) {
      throw new StartRefused(
          "该数据库中没有合医的数据，请检查 SPRING_DATASOURCE_URL",
          "there is no Heyi in this database; check SPRING_DATASOURCE_URL");
    }
  }

  private List<String> housesSchemas() {
    try {
      return JdbcClient.create(owner)
          .sql("select nspname from pg_namespace where nspname in (:schemas) order by nspname")
          .param("schemas", Migrations.schemas())
          .query((row, _) -> row.getString("nspname"))
          .list();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.toList();
    }
  }
}
