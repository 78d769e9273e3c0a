package org.heyi.platform.backup;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.heyi.platform.audit.AuditCommands;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.backup.CatalogStore.Rows;
import org.heyi.platform.backup.Manifest.KeptFile;
import org.heyi.platform.backup.Manifest.Table;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Subject;

/// 备份: one look at all rows of one moment, written into a file that was not there, and read again.
///
/// The rows are those of one transaction that sees the database as it was when it began; who writes
/// meanwhile neither waits nor is seen. Files are copied before: what they say of the log is then
/// already in the rows.
final class Backup {

  /// @param manifest what is in it
  record Made(Path file, Manifest manifest, long bytes, String seal) {}

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'heyi-'yyyy-MM-dd-HHmmss'.zip'").withZone(Moments.CHINA);

  private final DataSource database;
  private final Path data;
  private final String by;
  private final Scope scope = Scope.load();

  /// @param by who is at the machine
  Backup(DataSource database, Path data, String by) {
    this.database = database;
    this.data = data;
    this.by = by;
  }

  static String version() {
    return Objects.requireNonNullElse(
        Backup.class.getPackage().getImplementationVersion(), "development");
  }

  /// @param wanted the file, or a folder in which it gets a name
  Made make(Path wanted) throws SQLException, IOException {
    refuseImpossible(wanted);
    var file = target(wanted, recorded(wanted));
    var unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    var out = begun(unfinished);
    try {
      write(out);
      var seal = Seal.put(unfinished);
      try (var written = BackupReader.open(unfinished)) {
        written.check();
        Files.move(unfinished, file);
        sync(folder(file));
        return new Made(file, written.manifest(), Files.size(file), seal);
      }
    } catch (FileAlreadyExistsException e) {
      throw BackupProblem.FILE_EXISTS.with(file);
    } catch (IOException e) {
      throw BackupProblem.NOT_WRITTEN.with(e.toString());
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static BackupWriter begun(Path unfinished) {
    try {
      return new BackupWriter(unfinished);
    } catch (FileAlreadyExistsException e) {
      throw BackupProblem.FILE_EXISTS.with(unfinished);
    } catch (IOException e) {
      throw BackupProblem.NOT_WRITTEN.with(e.toString());
    }
  }

  /// Taking everything out is on record before it begins; without that there is no backup.
  private Instant recorded(Path wanted) throws SQLException {
    Instant now;
    try (var connection = database.getConnection()) {
      now = new CatalogStore(connection).now();
    }
    var name = String.valueOf(wanted.getFileName());
    new AuditCommands(database)
        .record(by, AuditEntry.of("backup.taken", Subject.of("backup", name)), now);
    return now;
  }

  private static void refuseImpossible(Path wanted) {
    if (Files.isDirectory(wanted)) {
      return;
    }
    if (Files.exists(wanted)) {
      throw BackupProblem.FILE_EXISTS.with(wanted);
    }
    if (!Files.isDirectory(folder(wanted))) {
      throw BackupProblem.FOLDER_MISSING.with(wanted);
    }
  }

  private static Path folder(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent());
  }

  private static Path target(Path wanted, Instant now) {
    return Files.isDirectory(wanted) ? wanted.resolve(NAME.format(now)) : wanted;
  }

  private void write(BackupWriter open) throws SQLException, IOException {
    try (var out = open) {
      var files = files(out);
      try (var connection = database.getConnection()) {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        out.write(rows(connection, out, files));
        connection.rollback();
      }
    }
  }

  private Manifest rows(Connection connection, BackupWriter out, List<KeptFile> files)
      throws SQLException, IOException {
    var rows = new RowStore(connection);
    var catalog = new CatalogStore(connection);
    var rooms = catalog.rooms();
    var all = catalog.tables(rooms);
    rows.hold(all.stream().map(Rows::table).toList());
    var tables = new ArrayList<Table>();
    for (var table : all) {
      if (!scope.tablesLeft().contains(table.table())) {
        tables.add(copy(rows, table, out));
      }
    }
    return new Manifest(
        Manifest.FORMAT,
        version(),
        catalog.now(),
        catalog.setting("server_version"),
        rooms,
        tables,
        catalog.sequences(rooms),
        files,
        scope.tablesLeft().stream().sorted().toList());
  }

  private static Table copy(RowStore rows, Rows table, BackupWriter out)
      throws SQLException, IOException {
    var entry = new Table(table.table(), table.columns(), 0, "").entry();
    var written = out.write(entry, to -> rows.copyOut(table.table(), table.columns(), to));
    return new Table(table.table(), table.columns(), written.count(), written.sha256());
  }

  private List<KeptFile> files(BackupWriter out) throws SQLException, IOException {
    var kept = new ArrayList<KeptFile>();
    for (var name : scope.files().stream().sorted().toList()) {
      var file = data.resolve(name);
      if (Files.isRegularFile(file)) {
        var entry = new KeptFile(name, 0, "").entry();
        var written = out.write(entry, to -> Files.copy(file, to));
        kept.add(new KeptFile(name, written.count(), written.sha256()));
      }
    }
    return kept;
  }

  /// The name is on the disk too.
  private static void sync(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, READ)) {
      channel.force(true);
    }
  }
}
