package org.heyi.platform.backup;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heyi.platform.audit.AuditCommands;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.backup.CatalogStore.Rows;
import org.heyi.platform.backup.Manifest.KeptFile;
import org.heyi.platform.backup.Manifest.Room;
import org.heyi.platform.backup.Manifest.Table;
import org.heyi.platform.database.HouseDatabase;
import org.heyi.platform.shared.Subject;

/// 恢复: puts a backup into an empty place, in the tables of the version that made it, and then
/// brings these to the version of today.
///
/// The tables come from this build's own migrations, so the rows meet each change that came after
/// them as they would have in their first place. Everything is checked again by the database:
/// types, constraints, foreign keys.
final class Restore {

  private static final Set<StandardOpenOption> FRESH =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  private final BackupReader backup;
  private final Manifest manifest;
  private final Path data;

  Restore(BackupReader backup, Path data) {
    this.backup = backup;
    this.manifest = backup.manifest();
    this.data = data;
  }

  /// Makes the place, fills it, and leaves nothing there if that does not come to its end.
  ///
  /// @param environment says where, as it does to the application
  /// @param by who is at the machine
  /// @return the place, open and with everything in it
  HouseDatabase run(Map<String, String> environment, String by) throws SQLException, IOException {
    refuseImpossible();
    var place = HouseDatabase.emptyIn(data, environment);
    try {
      fill(place, by);
      return place;
    } catch (SQLException | IOException | RuntimeException e) {
      discard(place, e);
      throw e;
    }
  }

  /// Before anything is made.
  private void refuseImpossible() {
    for (var unknown : HouseDatabase.unknown(manifest.versions())) {
      throw BackupProblem.NEWER.with(manifest.heyi(), unknown);
    }
    for (var file : manifest.files()) {
      if (Files.exists(data.resolve(file.name()))) {
        throw BackupProblem.FILE_IN_THE_WAY.with(data.resolve(file.name()));
      }
    }
  }

  private static void discard(HouseDatabase place, Exception cause) {
    try {
      place.discard();
    } catch (RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  private void fill(HouseDatabase place, String by) throws SQLException, IOException {
    place.migrate(manifest.versions());
    try (var connection = place.owner().getConnection()) {
      connection.setAutoCommit(false);
      load(connection);
      connection.commit();
    }
    place.finish();
    for (var file : manifest.files()) {
      put(file);
    }
    record(place, by);
  }

  private void load(Connection connection) throws SQLException, IOException {
    var rows = new RowStore(connection);
    var catalog = new CatalogStore(connection);
    var encoding = catalog.setting("server_encoding");
    if (!encoding.equals("UTF8")) {
      throw BackupProblem.NOT_UTF8.with(encoding);
    }
    var there = catalog.tables(catalog.rooms());
    refuseOtherTables(catalog.rooms(), there);
    var names = there.stream().map(Rows::table).toList();
    var back = rows.loosen(names);
    rows.empty(names);
    for (var table : manifest.tables()) {
      try (var in = backup.entry(table.entry())) {
        rows.copyIn(table.table(), table.columns(), in);
      }
    }
    for (var statement : back) {
      rows.execute(statement);
    }
    for (var sequence : manifest.sequences()) {
      rows.set(sequence);
    }
    compare(rows, names);
    rows.execute("analyze");
  }

  /// The same migrations must have made the same tables.
  private void refuseOtherTables(List<Room> rooms, List<Rows> there) {
    var tables =
        there.stream()
            .filter(it -> !manifest.leftOut().contains(it.table()))
            .collect(Collectors.toMap(Rows::table, Rows::columns));
    var wanted = manifest.tables().stream().collect(Collectors.toMap(Table::table, Table::columns));
    var differing = new TreeSet<String>();
    manifest.rooms().stream()
        .filter(it -> !rooms.contains(it))
        .forEach(it -> differing.add(it.room() + " " + it.version()));
    Stream.concat(tables.keySet().stream(), wanted.keySet().stream())
        .filter(it -> !Objects.equals(tables.get(it), wanted.get(it)))
        .forEach(differing::add);
    if (!differing.isEmpty()) {
      throw BackupProblem.OTHER_TABLES.with(differing.getFirst(), manifest.heyi());
    }
  }

  private void compare(RowStore rows, List<String> tables) throws SQLException {
    Map<String, Long> wanted =
        manifest.tables().stream().collect(Collectors.toMap(Table::table, Table::rows));
    for (var table : tables) {
      var counted = rows.count(table);
      var expected = wanted.getOrDefault(table, 0L);
      if (counted != expected) {
        throw BackupProblem.COUNT_DIFFERS.with(table, counted, expected);
      }
    }
  }

  private void put(KeptFile file) throws IOException {
    var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Files.createDirectories(data);
    var place = data.resolve(file.name());
    try (var in = backup.entry(file.entry());
        var out = Files.newByteChannel(place, FRESH, mine)) {
      in.transferTo(Channels.newOutputStream(out));
    }
  }

  /// Whoever reads the log sees that what came after the backup is not in it.
  private void record(HouseDatabase place, String by) throws SQLException {
    try (var connection = place.owner().getConnection()) {
      var entry =
          AuditEntry.of("backup.put-back", Subject.of("backup", manifest.madeAt().toString()))
              .with("heyi", manifest.heyi())
              .with("rows", manifest.rows());
      new AuditCommands(place.owner()).record(by, entry, new CatalogStore(connection).now());
    }
  }
}
