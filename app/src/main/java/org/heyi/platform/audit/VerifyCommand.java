package org.heyi.platform.audit;

import java.nio.file.Path;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.NestedRuntimeException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// `bin/audit-verify`: checks the chain from the command line, beside a running Heyi. Ends with 0
/// when the log is whole, 1 when it was altered, 2 when it could not be checked.
final class VerifyCommand {

  private static final int NOT_CHECKED = 2;

  /// @param arguments the file of anchors; the database comes as SPRING_DATASOURCE_…
  public static void main(String[] arguments) {
    LoggingSystem.get(VerifyCommand.class.getClassLoader()).beforeInitialize();
    var database =
        new DriverManagerDataSource(
            environment("SPRING_DATASOURCE_URL"),
            environment("SPRING_DATASOURCE_USERNAME"),
            environment("SPRING_DATASOURCE_PASSWORD"));
    System.exit(run(database, Path.of(arguments[0]), System.out::println));
  }

  static int run(DataSource database, Path anchors, Consumer<String> say) {
    try {
      return new AuditCommands(database).verify(anchors, say);
    } catch (NestedRuntimeException e) {
      say.accept("无法核验：数据库无法访问 / Not checked: the database cannot be reached");
      say.accept(String.valueOf(e.getMostSpecificCause().getMessage()));
      return NOT_CHECKED;
    }
  }

  private static String environment(String name) {
    var value = System.getenv(name);
    return value == null ? "" : value;
  }

  private VerifyCommand() {}
}
