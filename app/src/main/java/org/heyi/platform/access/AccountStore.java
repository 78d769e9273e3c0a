package org.heyi.platform.access;

import static org.heyi.platform.shared.Moments.instant;
import static org.heyi.platform.shared.Moments.instantOrNull;
import static org.heyi.platform.shared.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heyi.platform.access.password.Passwords;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.Page;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Pinyin;
import org.heyi.platform.shared.Scope;
import org.heyi.platform.shared.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL of accounts. An administrator sees accounts that have or had a post within reach; what
/// may be done with them hangs on [AccountHold].
@Repository
class AccountStore {

  /// A new account. `oneTimeUntil` null: the password was chosen by its owner.
  record NewAccount(
      AccountId id,
      String login,
      String name,
      String phone,
      String lane,
      String hash,
      @Nullable Instant oneTimeUntil,
      Instant now) {}

  private static final String SEEN =
      """
      with reached as materialized (
        select institution from access.card_within where viewer = :viewer and scope = :scope
      ), counting as (
        select p.account, p.institution from access.post p
         where coalesce(p.until_date, 'infinity') > :today
            or p.until_date = (select max(coalesce(l.until_date, 'infinity')) from access.post l
                                where l.account = p.account)
      ), seen as (
        select a.*, (select max(at) from access.sign_in s
                      where s.account = a.id and s.outcome = 'SIGNED_IN') as last_in,
               exists (select from access.factor f where f.account = a.id) as second_factor,
               (select case when bool_and(r.institution is not null) then 'WHOLE'
                            when bool_or(r.institution is not null) then 'PART'
                            else 'NONE' end
                  from counting c left join reached r using (institution)
                 where c.account = a.id) as hold
          from access.account a
         where exists (select from access.post p join reached r on r.institution = p.institution
                        where p.account = a.id)
      )
      """;

  private static final String MATCHES =
      """
       where (:text = '' or login like :pattern or lower(name) like :pattern
                or pinyin like :pattern)
         and (:state = '' or state = :state)
         and (:role = '' and :institution = '' or exists (
           select from access.card_post c where c.account = seen.id and c.open
              and (:role = '' or c.role = :role)
              and (:institution = '' or c.institution = :institution)))
      """;

  private static final Map<String, String> SORTS =
      Map.of(
          "login", "login",
          "name", "name",
          "state", "state",
          "opened", "opened_at",
          "last-in", "last_in");

  private final JdbcClient jdbc;

  AccountStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// False when somebody has the name already.
  boolean add(NewAccount it) {
    return jdbc.sql(
                """
                insert into access.account (id, login, name, pinyin, phone, lane, state, password,
                  password_at, must_change, one_time_until, opened_at)
                values (:id, :login, :name, :pinyin, :phone, :lane, 'OPEN', :hash,
                  :now, :until::timestamptz is not null, :until, :now)
                on conflict on constraint account_login_key do nothing
                """)
            .param("id", it.id().value())
            .param("login", it.login())
            .param("name", it.name())
            .param("pinyin", Pinyin.search(it.name()))
            .param("phone", it.phone())
            .param("lane", it.lane())
            .param("hash", it.hash())
            .param("until", it.oneTimeUntil() == null ? null : utc(it.oneTimeUntil()))
            .param("now", utc(it.now()))
            .update()
        == 1;
  }

  /// Names that nobody has spelt yet.
  void spell() {
    var names = new HashMap<UUID, String>();
    jdbc.sql("select id, name from access.account where pinyin = ''")
        .query(row -> {
          names.put(row.getObject("id", UUID.class), row.getString("name"));
        });
    names.forEach((id, name) ->
        jdbc.sql("update access.account set pinyin = :pinyin where id = :id")
            .param("pinyin", Pinyin.search(name))
            .param("id", id)
            .update());
  }

  /// Closed ones do not count: who closed the last one founds anew from the console.
  boolean anyInLane(String lane) {
    return jdbc.sql(
            """
            select exists (select from access.account where lane = :lane and state <> 'CLOSED')
            """)
        .param("lane", lane)
        .query(Boolean.class)
        .single();
  }

  Optional<AccountView> find(AccountId id, Staff by, Scope scope, LocalDate today) {
    return jdbc.sql(SEEN + "select * from seen where id = :id")
        .param("id", id.value())
        .param("viewer", by.institution().value())
        .param("scope", scope.name())
        .param("today", today)
        .query((row, _) -> view(row))
        .optional();
  }

  Page<AccountView> list(
      AccountQuery query, PageQuery page, Staff by, Scope scope, LocalDate today) {
    var filters = filters(query, by, scope, today);
    long total =
        jdbc.sql(SEEN + "select count(*) from seen" + MATCHES)
            .params(filters)
            .query(Long.class)
            .single();
    return new Page<>(rows(filters, page, page.size(), page.offset()), total, page);
  }

  /// The first of the list, in its order.
  List<AccountView> first(
      AccountQuery query, PageQuery order, int most, Staff by, Scope scope, LocalDate today) {
    return rows(filters(query, by, scope, today), order, most, 0);
  }

  private List<AccountView> rows(
      Map<String, Object> filters, PageQuery order, int most, int offset) {
    return jdbc.sql(
            SEEN
                + "select * from seen"
                + MATCHES
                + order.orderBy(SORTS, "login, id")
                + " limit :size offset :offset")
        .params(filters)
        .param("size", most)
        .param("offset", offset)
        .query((row, _) -> view(row))
        .list();
  }

  private static Map<String, Object> filters(
      AccountQuery query, Staff by, Scope scope, LocalDate today) {
    return Map.of(
        "today", today,
        "viewer", by.institution().value(),
        "scope", scope.name(),
        "text", query.text(),
        "pattern", pattern(query.text()),
        "role", query.role(),
        "institution", query.institution(),
        "state", query.state());
  }

  private static String pattern(String text) {
    var literal = text.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
    return "%" + literal + "%";
  }

  private static AccountView view(ResultSet row) throws SQLException {
    return new AccountView(
        new AccountId(row.getObject("id", UUID.class)),
        row.getString("login"),
        row.getString("name"),
        AccountView.masked(row.getString("phone")),
        row.getString("lane"),
        AccountState.valueOf(row.getString("state")),
        AccountHold.valueOf(row.getString("hold")),
        row.getBoolean("must_change"),
        row.getBoolean("second_factor"),
        instant(row, "opened_at"),
        instantOrNull(row, "last_in"),
        row.getInt("version"),
        List.of(),
        List.of(),
        Set.of());
  }

  /// Reading is a statement of its own: one that has waited for a lock still shows the joined posts
  /// as they were before.
  void lock(AccountId id) {
    jdbc.sql("select 1 from access.account where id = :id for no key update")
        .param("id", id.value())
        .query(Integer.class)
        .optional();
  }

  /// Its posts have changed: whoever looked before looks again.
  void touch(AccountId id) {
    jdbc.sql("update access.account set version = version + 1 where id = :id")
        .param("id", id.value())
        .update();
  }

  /// False when the account changed since `version` was read.
  boolean become(AccountId id, AccountState state, int version) {
    return jdbc.sql(
                """
                update access.account set state = :state, version = version + 1
                 where id = :id and version = :version and state <> 'CLOSED'
                """)
            .param("id", id.value())
            .param("state", state.name())
            .param("version", version)
            .update()
        == 1;
  }

  boolean giveOneTimePassword(AccountId id, String hash, Instant until, Instant now, int version) {
    return jdbc.sql(
                """
                update access.account set password = :hash, password_at = :now,
                       must_change = lane <> 'system',
                       one_time_until = case when lane <> 'system' then :until end,
                       version = version + 1
                 where id = :id and version = :version and state = 'OPEN'
                """)
            .param("id", id.value())
            .param("hash", hash)
            .param("now", utc(now))
            .param("until", utc(until))
            .param("version", version)
            .update()
        == 1;
  }

  /// False when it has one.
  boolean giveFirstPassword(AccountId id, String hash, Instant until, Instant now) {
    return jdbc.sql(
                """
                update access.account set password = :hash, password_at = :now,
                       one_time_until = :until, version = version + 1
                 where id = :id and state = 'OPEN' and password = :none
                """)
            .param("id", id.value())
            .param("hash", hash)
            .param("now", utc(now))
            .param("until", utc(until))
            .param("none", Passwords.NONE)
            .update()
        == 1;
  }

  /// How many of these nobody can sign in with yet.
  int withoutPassword(Collection<AccountId> ids) {
    return jdbc.sql(
            """
            select count(*) from access.account
             where id = any (:ids) and state = 'OPEN' and password = :none
            """)
        .param("ids", ids.stream().map(AccountId::value).toArray(UUID[]::new))
        .param("none", Passwords.NONE)
        .query(Integer.class)
        .single();
  }

  /// Those of these sign-in names that the administrator sees.
  List<AccountView> called(Collection<String> logins, Staff by, Scope scope, LocalDate today) {
    return seen("login = any (:those)", logins.toArray(String[]::new), by, scope, today);
  }

  /// Those of these accounts that the administrator sees.
  List<AccountView> seen(Collection<AccountId> ids, Staff by, Scope scope, LocalDate today) {
    var those = ids.stream().map(AccountId::value).toArray(UUID[]::new);
    return seen("id = any (:those)", those, by, scope, today);
  }

  private List<AccountView> seen(
      String which, Object[] those, Staff by, Scope scope, LocalDate today) {
    return jdbc.sql(SEEN + "select * from seen where " + which + " order by login")
        .param("those", those)
        .param("viewer", by.institution().value())
        .param("scope", scope.name())
        .param("today", today)
        .query((row, _) -> view(row))
        .list();
  }

  /// Those of these sign-in names that somebody has, and their phones.
  Map<String, String> phones(Collection<String> logins) {
    var phones = new HashMap<String, String>();
    jdbc.sql("select login, phone from access.account where login = any (:logins)")
        .param("logins", logins.toArray(String[]::new))
        .query(row -> {
          phones.put(row.getString("login"), row.getString("phone"));
        });
    return phones;
  }

  /// What an administrator gave; empty when its owner has chosen a password.
  Optional<String> givenHash(AccountId id) {
    return jdbc.sql(
            """
            select password from access.account
             where id = :id and (must_change or lane = 'system')
            """)
        .param("id", id.value())
        .query(String.class)
        .optional();
  }

  /// And its recovery codes. False when there is none, or the account changed since `version` was
  /// read.
  boolean removeSecondFactor(AccountId id, int version) {
    return jdbc.sql(
                """
                with held as (
                  update access.account set version = version + 1
                   where id = :id and version = :version returning id
                )
                delete from access.factor where account in (select id from held)
                """)
            .param("id", id.value())
            .param("version", version)
            .update()
        == 1;
  }

  void endSessions(AccountId id, Instant now) {
    jdbc.sql(
            """
            update access.session set ended_at = :now, ending = 'ACCOUNT_CHANGED'
             where account = :id and ended_at is null
            """)
        .param("id", id.value())
        .param("now", utc(now))
        .update();
  }
}
