package org.heyi.platform.database;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The way of a database's tables from one state to the next, lowest room first.
///
/// `__root` holds what belongs to no room. Each room has a history of its own, so that two rooms
/// never argue about a version number. Names are those of Spring Modulith's module-aware migration.
record Migrations(Configuration settings) {

  private static final String ROOT = "__root";
  private static final String HISTORIES = "migration";
  private static final Pattern VERSION = Pattern.compile("^V([0-9_.]+)__");

  /// As the application does it, for a command that works without Spring.
  static Migrations as(DataSource owner) {
    return new Migrations(
        Flyway.configure()
            .dataSource(owner)
            .defaultSchema(HISTORIES)
            .validateMigrationNaming(true));
  }

  /// Where rooms have their tables and histories: the last word of a room's id, and what belongs to
  /// no room.
  static List<String> schemas() throws IOException {
    var schemas = new ArrayList<>(List.of(HISTORIES, "infra"));
    Rooms.withMigrations().forEach(it -> schemas.add(it.substring(it.lastIndexOf('.') + 1)));
    return schemas;
  }

  /// @throws StartRefused where a newer build has been, before anything is changed
  void toHead() throws IOException {
    for (var room : rooms()) {
      refuseNewer(room);
    }
    for (var room : rooms()) {
      migrate(room, MigrationVersion.LATEST);
    }
  }

  /// Each room as far as it is told; rooms without a word stay away.
  void to(Map<String, String> versions) throws IOException {
    for (var room : rooms()) {
      var version = versions.get(room);
      if (version != null) {
        migrate(room, MigrationVersion.fromVersion(version));
      }
    }
  }

  /// Of these rooms and versions those that this build has no migration for, as `room version`.
  static List<String> unknown(Map<String, String> versions) throws IOException {
    var unknown = new TreeSet<String>();
    for (var wanted : versions.entrySet()) {
      var version = MigrationVersion.fromVersion(wanted.getValue());
      if (!versions(wanted.getKey()).contains(version)) {
        unknown.add(wanted.getKey() + " " + version);
      }
    }
    return List.copyOf(unknown);
  }

  private static List<MigrationVersion> versions(String room) throws IOException {
    var files =
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:" + folder(room) + "/V*__*.sql");
    return Arrays.stream(files)
        .map(it -> VERSION.matcher(Objects.requireNonNullElse(it.getFilename(), "")))
        .filter(Matcher::find)
        .map(it -> MigrationVersion.fromVersion(it.group(1)))
        .toList();
  }

  private static String folder(String room) {
    return "db/migration/" + room.replace('.', '/');
  }

  private static List<String> rooms() throws IOException {
    var rooms = new ArrayList<>(List.of(ROOT));
    rooms.addAll(Rooms.withMigrations());
    return rooms;
  }

  /// Flyway itself leaves migrations alone that it does not know. A program that does not know a
  /// column would write rows without it.
  private void refuseNewer(String room) {
    for (var applied : history(room, MigrationVersion.LATEST).info().applied()) {
      if (applied.getState() == MigrationState.FUTURE_SUCCESS) {
        throw new StartRefused(
            "此数据库已由更新版本的合医使用过（%1$s %2$s），本版本不能打开。请启动较新的程序；要退回，请用本版本恢复升级前的备份"
                .formatted(room, applied.getVersion()),
            "a newer Heyi has used this database (%1$s %2$s); start the newer program, or, to go back,"
                    .formatted(room, applied.getVersion())
                + " restore the backup from before the upgrade with this one");
      }
    }
  }

  private void migrate(String room, MigrationVersion until) {
    history(room, until).migrate();
  }

  private Flyway history(String room, MigrationVersion until) {
    return Flyway.configure(settings.getClassLoader())
        .configuration(settings)
        .locations("classpath:" + folder(room))
        .table(settings.getTable() + "_" + room)
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .target(until)
        .load();
  }
}
