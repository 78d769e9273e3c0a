package org.heyi.platform.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.heyi.platform.database.StartRefused;
import org.heyi.platform.shared.ProblemException;
import org.springframework.core.NestedRuntimeException;

/// One run of a command of this room: what it was told, what it says, how it ends.
interface Command {

  int DONE = 0;
  int ALTERED = 1;
  int REFUSED = 2;
  int ARGUMENTS = 2;

  int work(Path data, Path file, Speech speech, Consumer<String> say)
      throws SQLException, IOException;

  /// @param arguments the data directory and the file
  static int run(String[] arguments, String usage, Command command) {
    var speech = new Speech();
    if (arguments.length != ARGUMENTS || arguments[1].isBlank()) {
      System.err.println(speech.of(usage));
      return REFUSED;
    }
    try {
      return command.work(
          Path.of(arguments[0]).normalize(),
          Path.of(arguments[1]).normalize(),
          speech,
          System.out::println);
    } catch (ProblemException e) {
      System.err.println(speech.of(e));
    } catch (StartRefused e) {
      System.err.println(e.getMessage());
    } catch (SQLException e) {
      System.err.println(speech.of("backup.away", String.valueOf(e.getMessage())));
    } catch (NestedRuntimeException e) {
      System.err.println(
          speech.of("backup.away", String.valueOf(e.getMostSpecificCause().getMessage())));
    } catch (IOException e) {
      System.err.println(speech.of(BackupProblem.NOT_WRITTEN.with(e.toString())));
    }
    return REFUSED;
  }

  /// The name under which the machine knows who is at it.
  static String user() {
    return System.getProperty("user.name");
  }
}
