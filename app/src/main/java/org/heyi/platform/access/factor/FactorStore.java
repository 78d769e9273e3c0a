package org.heyi.platform.access.factor;

import static org.heyi.platform.shared.Moments.instant;
import static org.heyi.platform.shared.Moments.utc;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heyi.platform.shared.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL of second factors and recovery codes.
@Repository
class FactorStore {

  record Factor(UUID id, TotpSecret secret) {}

  /// @param replaces the active one that it is to replace, or null
  record SetUp(TotpSecret secret, @Nullable UUID replaces) {}

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

  /// Until this transaction ends, nobody begins a session of the account.
  void hold(AccountId account) {
    jdbc.sql("update access.account set version = version + 1 where id = :account")
        .param("account", account.value())
        .update();
  }

  Optional<Instant> activeSince(AccountId account) {
    return jdbc.sql("select active_at from access.factor where account = :account")
        .param("account", account.value())
        .query((row, _) -> instant(row, "active_at"))
        .optional();
  }

  Optional<SetUp> setUp(AccountId account, UUID session) {
    return jdbc.sql(
            """
            select secret, replaces from access.factor_setup
             where account = :account and session = :session
            """)
        .param("account", account.value())
        .param("session", session)
        .query((row, _) ->
            new SetUp(
                new TotpSecret(row.getString("secret")), row.getObject("replaces", UUID.class)))
        .optional();
  }

  /// Leaves what the same session has begun for the same end as it is.
  void begin(
      AccountId account, UUID session, TotpSecret secret, @Nullable UUID replaces, Instant now) {
    jdbc.sql(
            """
            insert into access.factor_setup as old (account, session, secret, replaces, begun_at)
            values (:account, :session, :secret, :replaces, :now)
            on conflict on constraint factor_setup_pk do update
              set session = excluded.session, secret = excluded.secret,
                  replaces = excluded.replaces, begun_at = excluded.begun_at
            where old.session <> excluded.session
               or old.replaces is distinct from excluded.replaces
            """)
        .param("account", account.value())
        .param("session", session)
        .param("secret", secret.base32())
        .param("replaces", replaces, Types.OTHER)
        .param("now", utc(now))
        .update();
  }

  /// Whether it was being set up in that session, and nobody has ended the session.
  boolean finish(AccountId account, UUID session) {
    return jdbc.sql(
                """
                delete from access.factor_setup u using access.session s
                 where u.account = :account and u.session = :session
                   and s.id = u.session and s.ended_at is null
                """)
            .param("account", account.value())
            .param("session", session)
            .update()
        == 1;
  }

  /// False when there is another one than it was to replace.
  boolean activate(AccountId account, SetUp setUp, long step, Instant now) {
    return jdbc.sql(
                """
                insert into access.factor as old (account, id, secret, active_at, last_step)
                values (:account, :id, :secret, :now, :step)
                on conflict on constraint factor_pk do update
                  set id = excluded.id, secret = excluded.secret,
                      active_at = excluded.active_at, last_step = excluded.last_step
                where old.id = :replaces
                """)
            .param("account", account.value())
            .param("id", UuidCreator.getTimeOrderedEpoch())
            .param("secret", setUp.secret().base32())
            .param("now", utc(now))
            .param("step", step)
            .param("replaces", setUp.replaces(), Types.OTHER)
            .update()
        == 1;
  }

  /// And its recovery codes.
  void remove(AccountId account) {
    jdbc.sql("delete from access.factor where account = :account")
        .param("account", account.value())
        .update();
  }

  int recoveryCodesLeft(AccountId account) {
    return jdbc.sql(
            """
            select count(*) from access.recovery_code where account = :account and used_at is null
            """)
        .param("account", account.value())
        .query(Integer.class)
        .single();
  }

  void replaceRecoveryCodes(AccountId account, List<String> hashes) {
    jdbc.sql("delete from access.recovery_code where account = :account")
        .param("account", account.value())
        .update();
    for (var hash : hashes) {
      jdbc.sql("insert into access.recovery_code (account, hash) values (:account, :hash)")
          .param("account", account.value())
          .param("hash", hash)
          .update();
    }
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
