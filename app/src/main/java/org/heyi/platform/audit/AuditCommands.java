package org.heyi.platform.audit;

import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.heyi.platform.audit.Verification.Altered;
import org.heyi.platform.audit.Verification.Whole;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// 审计日志（命令行）: the log as a command meets it that works beside the application.
public final class AuditCommands {

  private static final int WHOLE = 0;
  private static final int ALTERED = 1;

  private final DataSource database;
  private final AuditStore entries;
  private final SealStore seals;

  public AuditCommands(DataSource database) {
    var jdbc = JdbcClient.create(database);
    this.database = database;
    this.entries = new AuditStore(jdbc, JsonMapper.builder().build());
    this.seals = new SealStore(jdbc, entries);
  }

  /// Writes what somebody does at the machine itself.
  ///
  /// @param user the name under which the machine knows them
  public void record(String user, AuditEntry entry, Instant at) {
    entries.add(new AuditActor.Login(user), entry, at);
  }

  /// Checks the chain and says what was found.
  ///
  /// @param anchors the file of anchors; it need not be there
  /// @return 0 when the log is whole, 1 when it was altered
  public int verify(Path anchors, Consumer<String> say) {
    var verifier = new Verifier(seals, new AnchorFile(anchors));
    var transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    var result = transaction.execute(_ -> verifier.verify());
    switch (result) {
      case Whole(var verified, var unsealed, var kept) ->
          say.accept(
              "日志完好 / The log is whole: verified %d, unsealed %d, anchors %d"
                  .formatted(verified, unsealed, kept));
      case Altered(var verified, var position, var entry, var difference) -> {
        say.accept("日志被改动 / The log was altered: " + difference);
        say.accept(
            "位置 / position %d, 记录 / entry %s, 其前完好 / verified before %d"
                .formatted(position, entry == null ? "-" : entry, verified));
      }
    }
    return result instanceof Whole ? WHOLE : ALTERED;
  }
}
