package org.heyi.platform.access.factor;

import static org.heyi.platform.shared.Moments.utc;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.heyi.platform.shared.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL of second factors and recovery codes.
@Repository
class FactorStore {

  record Factor(UUID id, TotpSecret secret) {}

  private final JdbcClient jdbc;

  FactorStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Factor> find(AccountId account) {
    return jdbc.sql("select id, secret from access.factor where account = :account")
        .param("account", account.value())
        .query((row, _) ->
            new Factor(row.getObject("id", UUID.class), new TotpSecret(row.getString("secret"))))
        .optional();
  }

  /// Whether no code of this step or a later one was accepted before: of many who come with the
  /// same code, the row takes one.
  boolean use(AccountId account, Factor factor, long step) {
    return jdbc.sql(
                """
                update access.factor set last_step = :step
                 where account = :account and id = :id and last_step < :step
                """)
            .param("account", account.value())
            .param("id", factor.id())
            .param("step", step)
            .update()
        == 1;
  }

  /// Whether there is such a code, unused.
  boolean useRecoveryCode(AccountId account, String hash, Instant now) {
    return jdbc.sql(
                """
                update access.recovery_code set used_at = :now
                 where account = :account and hash = :hash and used_at is null
                """)
            .param("account", account.value())
            .param("hash", hash)
            .param("now", utc(now))
            .update()
        == 1;
  }
}
