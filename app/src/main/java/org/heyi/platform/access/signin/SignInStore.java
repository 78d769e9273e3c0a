package org.heyi.platform.access.signin;

import static org.heyi.platform.shared.Moments.instantOrNull;
import static org.heyi.platform.shared.Moments.utc;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.PostId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What sign-in reads of an account, and the log it writes.
@Repository
class SignInStore {

  /// @param codeDue the account has a second factor
  /// @param oneTimeUntil until when a password given by an administrator is good, or null
  record Account(
      AccountId id,
      String login,
      boolean open,
      boolean codeDue,
      String hash,
      @Nullable Instant oneTimeUntil) {}

  private final JdbcClient jdbc;

  SignInStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Account> find(String login) {
    return jdbc.sql(
            """
            select a.id, a.login, a.state = 'OPEN' as open, a.password, a.one_time_until,
                   exists (select from access.factor f where f.account = a.id) as code_due
              from access.account a where a.login = :login and a.lane <> 'system'
            """)
        .param("login", login)
        .query((row, _) -> account(row))
        .optional();
  }

  /// Whether its password is the one that was judged. Until the end of the transaction nobody gives
  /// another.
  boolean stillOpens(Account it) {
    return jdbc.sql(
            """
            select 1 from access.account
             where id = :id and password = :hash and state = 'OPEN' for share
            """)
        .param("id", it.id().value())
        .param("hash", it.hash())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        new AccountId(row.getObject("id", UUID.class)),
        row.getString("login"),
        row.getBoolean("open"),
        row.getBoolean("code_due"),
        row.getString("password"),
        instantOrNull(row, "one_time_until"));
  }

  List<PostId> posts(AccountId account, LocalDate today) {
    return jdbc.sql(
            """
            select id from access.post
             where account = :account
               and from_date <= :today and (until_date is null or until_date > :today)
             order by from_date, id
            """)
        .param("account", account.value())
        .param("today", today)
        .query((row, _) -> new PostId(row.getObject("id", UUID.class)))
        .list();
  }

  void log(@Nullable AccountId account, String address, Outcome outcome, Instant now) {
    jdbc.sql(
            """
            insert into access.sign_in (id, at, account, address, outcome)
            values (:id, :at, :account, :address, :outcome)
            """)
        .param("id", UuidCreator.getTimeOrderedEpoch())
        .param("at", utc(now))
        .param("account", account == null ? null : account.value())
        .param("address", address)
        .param("outcome", outcome.name())
        .update();
  }
}
