package org.heyi.platform.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.heyi.platform.audit.AuditCommands;
import org.springframework.boot.logging.LoggingSystem;

/// `bin/restore`: puts a backup into an empty place from the command line. Ends with 0 when it is
/// there and its audit log is whole, 1 when it is there and the log was altered before, 2 when
/// nothing was restored.
final class RestoreCommand {

  /// @param arguments the empty data directory, and the backup
  public static void main(String[] arguments) {
    LoggingSystem.get(RestoreCommand.class.getClassLoader()).beforeInitialize();
    System.exit(Command.run(arguments, "backup.usage-restore", RestoreCommand::restore));
  }

  private static int restore(Path data, Path file, Speech speech, Consumer<String> say)
      throws SQLException, IOException {
    try (var backup = BackupReader.open(file)) {
      backup.check();
      var manifest = backup.manifest();
      var tables = manifest.tables().size();
      say.accept(
          speech.of("backup.checked", manifest.madeAt(), manifest.heyi(), tables, manifest.rows()));
      try (var place = new Restore(backup, data).run(System.getenv(), Command.user())) {
        say.accept(speech.of("backup.restored", tables, manifest.rows()));
        var found = new AuditCommands(place.owner()).verify(data.resolve("audit-anchors.log"), say);
        say.accept(speech.of("backup.start"));
        return found;
      }
    }
  }

  private RestoreCommand() {}
}
