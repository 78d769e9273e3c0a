package org.heyi.platform.access.signin;

import static org.heyi.platform.shared.Moments.instant;
import static org.heyi.platform.shared.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.PostId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Sessions: one row per sign-in, ended once.
@Repository
class SessionStore {

  /// What a request needs to know, in one look.
  ///
  /// @param post null until one is chosen
  /// @param codeDue the code of the second factor is still asked for
  /// @param hasFactor the account has a second factor
  /// @param postOver the chosen post is not in force today
  record Row(
      UUID session,
      AccountId account,
      String login,
      String name,
      boolean open,
      boolean codeDue,
      boolean hasFactor,
      boolean mustChange,
      Instant passwordAt,
      Instant startedAt,
      Instant seenAt,
      @Nullable Post post,
      boolean postOver) {}

  private final JdbcClient jdbc;

  SessionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The second factor stays as it is until this transaction ends: setting one up waits for the
  /// row.
  void holdSecondFactor(AccountId account) {
    jdbc.sql("select id from access.account where id = :id for share")
        .param("id", account.value())
        .query()
        .listOfRows();
  }

  /// Waits for the code, if the account has a second factor.
  void begin(UUID id, AccountId account, @Nullable PostId post, Caller caller, Instant now) {
    jdbc.sql(
            """
            insert into access.session
              (id, account, post, address, device, started_at, seen_at, code_due)
            values (:id, :account, :post, :address, :device, :now, :now,
              exists (select from access.factor where account = :account))
            """)
        .param("id", id)
        .param("account", account.value())
        .param("post", post == null ? null : post.value())
        .param("address", caller.address())
        .param("device", caller.device())
        .param("now", utc(now))
        .update();
  }

  /// The session if nobody ended it.
  Optional<Row> live(UUID id, LocalDate today) {
    return jdbc.sql(
            """
            select s.id, s.account, s.post, s.started_at, s.seen_at,
                   a.login, a.name, a.state = 'OPEN' as open, a.must_change, a.password_at,
                   s.code_due, exists (select from access.factor f where f.account = a.id) as has_factor,
                   p.role, p.institution, p.area,
                   p.from_date > :today or p.until_date <= :today as post_over
              from access.session s
              join access.account a on a.id = s.account
              left join access.post p on p.id = s.post
             where s.id = :id and s.ended_at is null
            """)
        .param("id", id)
        .param("today", today)
        .query((row, _) -> row(row))
        .optional();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        new AccountId(row.getObject("account", UUID.class)),
        row.getString("login"),
        row.getString("name"),
        row.getBoolean("open"),
        row.getBoolean("code_due"),
        row.getBoolean("has_factor"),
        row.getBoolean("must_change"),
        instant(row, "password_at"),
        instant(row, "started_at"),
        instant(row, "seen_at"),
        Post.of(row),
        row.getBoolean("post_over"));
  }

  void seen(UUID id, Instant now) {
    jdbc.sql("update access.session set seen_at = :now where id = :id and ended_at is null")
        .param("id", id)
        .param("now", utc(now))
        .update();
  }

  /// Whether it was this call that ended it.
  boolean end(UUID id, Ending ending, Instant now) {
    return jdbc.sql(
                """
                update access.session set ended_at = :now, ending = :ending
                 where id = :id and ended_at is null
                """)
            .param("id", id)
            .param("ending", ending.name())
            .param("now", utc(now))
            .update()
        == 1;
  }

  /// Whether it was still waiting for the code.
  boolean complete(UUID id, Instant now) {
    return jdbc.sql(
                """
                update access.session set code_due = false, seen_at = :now
                 where id = :id and code_due and ended_at is null
                """)
            .param("id", id)
            .param("now", utc(now))
            .update()
        == 1;
  }

  /// Ends all sessions of the account but this one.
  void endOthers(AccountId account, UUID kept, Instant now) {
    jdbc.sql(
            """
            update access.session set ended_at = :now, ending = 'ACCOUNT_CHANGED'
             where account = :account and id <> :kept and ended_at is null
            """)
        .param("account", account.value())
        .param("kept", kept)
        .param("now", utc(now))
        .update();
  }

  /// Whether the account has that post today.
  boolean choose(UUID id, AccountId account, PostId post, LocalDate today) {
    return jdbc.sql(
                """
                update access.session s set post = p.id
                  from access.post p
                 where s.id = :id and s.account = :account and s.ended_at is null
                   and p.id = :post and p.account = s.account
                   and p.from_date <= :today and (p.until_date is null or p.until_date > :today)
                """)
            .param("id", id)
            .param("account", account.value())
            .param("post", post.value())
            .param("today", today)
            .update()
        == 1;
  }
}
