package org.heyi.platform.audit;

import java.nio.file.Path;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.heyi.platform.audit.Verification.Altered;
import org.heyi.platform.audit.Verification.Whole;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.NestedRuntimeException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// `bin/audit-verify`: checks the chain from the command line, beside a running Heyi. Ends with 0
/// when the log is whole, 1 when it was altered, 2 when it could not be checked.
final class VerifyCommand {

  private static final int WHOLE = 0;
  private static final int ALTERED = 1;
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
    var jdbc = JdbcClient.create(database);
    var entries = new AuditStore(jdbc, JsonMapper.builder().build());
    var verifier = new Verifier(new SealStore(jdbc, entries), new AnchorFile(anchors));
    var transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    try {
      return say(transaction.execute(_ -> verifier.verify()), say);
    } catch (NestedRuntimeException e) {
      say.accept("无法核验：数据库无法访问 / Not checked: the database cannot be reached");
      say.accept(String.valueOf(e.getMostSpecificCause().getMessage()));
      return NOT_CHECKED;
    }
  }

  private static int say(Verification result, Consumer<String> say) {
    switch (result) {
      case Whole(var verified, var unsealed, var anchors) ->
          say.accept(
              "日志完好 / The log is whole: verified %d, unsealed %d, anchors %d"
                  .formatted(verified, unsealed, anchors));
      case Altered(var verified, var position, var entry, var difference) -> {
        say.accept("日志被改动 / The log was altered: " + difference);
        say.accept(
            "位置 / position %d, 记录 / entry %s, 其前完好 / verified before %d"
                .formatted(position, entry == null ? "-" : entry, verified));
      }
    }
    return result instanceof Whole ? WHOLE : ALTERED;
  }

  private static String environment(String name) {
    var value = System.getenv(name);
    return value == null ? "" : value;
  }

  private VerifyCommand() {}
}
