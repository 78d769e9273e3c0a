package org.heyi.platform.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.heyi.platform.database.HouseDatabase;
import org.springframework.boot.logging.LoggingSystem;

/// `bin/backup`: makes a backup from the command line, beside a running Heyi or without one. Ends
/// with 0 when it is made and was read again, 2 when not.
final class BackupCommand {

  /// @param arguments the data directory, and the file or folder to write to
  public static void main(String[] arguments) {
    LoggingSystem.get(BackupCommand.class.getClassLoader()).beforeInitialize();
    System.exit(Command.run(arguments, "backup.usage-backup", BackupCommand::make));
  }

  private static int make(Path data, Path file, Speech speech, Consumer<String> say)
      throws SQLException, IOException {
    try (var house = HouseDatabase.in(data, System.getenv())) {
      var made = new Backup(house.owner(), data, Command.user()).make(file);
      say.accept(
          speech.of(
              "backup.made",
              made.file(),
              made.manifest().tables().size(),
              made.manifest().rows(),
              made.manifest().files().size(),
              made.bytes(),
              made.seal()));
      say.accept(speech.of("backup.guard"));
      return Command.DONE;
    }
  }

  private BackupCommand() {}
}
