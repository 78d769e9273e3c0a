package org.heyi.platform.access.signin;

import static org.heyi.platform.shared.Moments.instant;
import static org.heyi.platform.shared.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heyi.platform.access.AccessSettings;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Page;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Scope;
import org.heyi.platform.shared.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Lists of sessions and of the sign-in log, as their owner and the security administrator see
/// them. Of somebody who works elsewhere by now an administrator sees the log, but no session.
@Repository
class SessionListStore {

  private static final String REACHED =
      """
      with reached as materialized (
        select institution from access.card_within where viewer = :viewer and scope = :scope
      ), seen as (
        select distinct p.account from access.post p join reached r using (institution)
      ), held as (
        select s.id from access.session s left join access.post p on p.id = s.post
         where p.institution in (select institution from reached)
            or p.id is null and exists (
                 select from access.post o join reached r using (institution)
                  where o.account = s.account and coalesce(o.until_date, 'infinity') > :today)
      )
      """;

  private static final String LIVE =
      """
      select s.id, s.account, a.login, a.name, coalesce(p.role, '') as role,
             coalesce(p.institution, '') as institution, s.address, s.device, s.started_at, s.seen_at
        from access.session s
        join access.account a on a.id = s.account
        left join access.post p on p.id = s.post
       where s.ended_at is null and not s.code_due and s.seen_at > :idle and s.started_at > :oldest
      """;

  private static final Map<String, String> SESSION_SORTS =
      Map.of(
          "login", "a.login",
          "name", "a.name",
          "role", "p.role",
          "started", "s.started_at",
          "seen", "s.seen_at",
          "address", "s.address");

  private static final Map<String, String> SIGN_IN_SORTS =
      Map.of(
          "at", "i.at",
          "login", "a.login",
          "name", "a.name",
          "address", "i.address",
          "outcome", "i.outcome");

  private final JdbcClient jdbc;
  private final AccessSettings settings;

  SessionListStore(JdbcClient jdbc, AccessSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  List<SessionView> of(AccountId account, UUID asking, Instant now) {
    return jdbc.sql(LIVE + " and s.account = :account order by s.seen_at desc, s.id")
        .params(live(now))
        .param("account", account.value())
        .query((row, _) -> view(row, asking))
        .list();
  }

  /// Ending what is over already is ending it; false when it is not one's own.
  boolean endOwn(UUID session, AccountId account, Instant now) {
    return jdbc.sql(
                """
                update access.session
                   set ended_at = coalesce(ended_at, :now), ending = coalesce(ending, 'ENDED')
                 where id = :id and account = :account
                """)
            .param("id", session)
            .param("account", account.value())
            .param("now", utc(now))
            .update()
        == 1;
  }

  Page<SessionView> all(PageQuery page, Staff by, Scope scope, Instant now) {
    var where = LIVE + " and s.id in (select id from held)";
    long total =
        jdbc.sql(REACHED + "select count(*) from (" + where + ") as live")
            .params(live(now))
            .params(reach(by, scope, now))
            .query(Long.class)
            .single();
    var rows =
        jdbc.sql(
                REACHED
                    + where
                    + page.orderBy(SESSION_SORTS, "s.seen_at desc, s.id")
                    + " limit :size offset :offset")
            .params(live(now))
            .params(reach(by, scope, now))
            .param("size", page.size())
            .param("offset", page.offset())
            .query((row, _) -> view(row, null))
            .list();
    return new Page<>(rows, total, page);
  }

  boolean end(UUID session, Staff by, Scope scope, Instant now) {
    return jdbc.sql(
                REACHED
                    + """
                    update access.session set ended_at = :now, ending = 'ENDED'
                     where id = :id and ended_at is null and id in (select id from held)
                    """)
            .params(reach(by, scope, now))
            .param("id", session)
            .param("now", utc(now))
            .update()
        == 1;
  }

  /// Names that nobody has belong to no area: every security administrator sees those lines.
  Page<SignInView> log(String outcome, PageQuery page, Staff by, Scope scope, Instant now) {
    var where =
        """
         from access.sign_in i left join access.account a on a.id = i.account
        where (:outcome = '' or i.outcome = :outcome)
          and (i.account is null or i.account in (select account from seen))
        """;
    long total =
        jdbc.sql(REACHED + "select count(*)" + where)
            .params(reach(by, scope, now))
            .param("outcome", outcome)
            .query(Long.class)
            .single();
    var rows =
        jdbc.sql(
                REACHED
                    + "select i.*, coalesce(a.login, '') as login, coalesce(a.name, '') as name"
                    + where
                    + page.orderBy(SIGN_IN_SORTS, "i.at desc, i.id")
                    + " limit :size offset :offset")
            .params(reach(by, scope, now))
            .param("outcome", outcome)
            .param("size", page.size())
            .param("offset", page.offset())
            .query((row, _) -> line(row))
            .list();
    return new Page<>(rows, total, page);
  }

  private Map<String, Object> live(Instant now) {
    return Map.of(
        "idle", utc(now.minus(settings.idle())), "oldest", utc(now.minus(settings.longest())));
  }

  private static Map<String, Object> reach(Staff by, Scope scope, Instant now) {
    return Map.of(
        "viewer", by.institution().value(),
        "scope", scope.name(),
        "today", LocalDate.ofInstant(now, Moments.CHINA));
  }

  private static SessionView view(ResultSet row, @Nullable UUID asking) throws SQLException {
    var id = row.getObject("id", UUID.class);
    return new SessionView(
        id,
        new AccountId(row.getObject("account", UUID.class)),
        row.getString("login"),
        row.getString("name"),
        row.getString("role"),
        row.getString("institution"),
        row.getString("address"),
        row.getString("device"),
        instant(row, "started_at"),
        instant(row, "seen_at"),
        id.equals(asking));
  }

  private static SignInView line(ResultSet row) throws SQLException {
    var account = row.getObject("account", UUID.class);
    return new SignInView(
        instant(row, "at"),
        account == null ? null : new AccountId(account),
        row.getString("login"),
        row.getString("name"),
        row.getString("address"),
        Outcome.valueOf(row.getString("outcome")));
  }
}
