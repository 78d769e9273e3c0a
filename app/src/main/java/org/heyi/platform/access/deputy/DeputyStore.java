package org.heyi.platform.access.deputy;

import static org.heyi.platform.shared.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.heyi.platform.access.deputy.Deputyship.State;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Page;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Scope;
import org.heyi.platform.shared.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL of deputyships.
@Repository
class DeputyStore {

  private static final String SELECT =
      """
      select d.*, a.name as absent_name, b.name as deputy_name,
             case when d.ended_at is not null then 'ENDED'
                  when d.until_date <= :today then 'OVER'
                  when d.from_date <= :today then 'NOW' else 'COMING' end as state
        from access.deputyship d
        join access.account a on a.id = d.absent
        join access.account b on b.id = d.deputy
      """;

  private static final String REACHED =
      """
       where d.institution in (
               select institution from access.card_within where viewer = :viewer and scope = :scope)
         and (:all or (d.ended_at is null and d.until_date > :today))
      """;

  /// What somebody holds at an institution on a day.
  private static final String DUTIES =
      """
      select distinct d.duty
        from access.account a
        join access.post p on p.account = a.id
        join access.role r on r.code = p.role and not r.system
        join access.role_duty d on d.role = p.role
       where a.id = :account and a.state <> 'CLOSED' and p.institution = :institution
         and p.from_date <= :day and (p.until_date is null or p.until_date > :day)
         and p.handed_over_at is null
      """;

  private static final Map<String, String> SORTS =
      Map.of(
          "absent", "a.name",
          "deputy", "b.name",
          "place", "d.institution",
          "from", "d.from_date",
          "until", "d.until_date");

  private final JdbcClient jdbc;

  DeputyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Holds an account, so that two who name each other's deputies do it one after the other.
  void lock(AccountId account) {
    jdbc.sql("select 1 from access.account where id = :id for no key update")
        .param("id", account.value())
        .query(Integer.class)
        .optional();
  }

  Set<String> duties(AccountId account, InstitutionId institution, LocalDate day) {
    return new TreeSet<>(
        jdbc.sql(DUTIES)
            .param("account", account.value())
            .param("institution", institution.value())
            .param("day", day)
            .query((row, _) -> row.getString("duty"))
            .list());
  }

  /// Whether somebody is away in the period.
  boolean isAway(AccountId account, NameDeputy in) {
    return overlaps("absent", account, in);
  }

  /// Whether somebody stands in for others in the period.
  boolean deputises(AccountId account, NameDeputy in) {
    return overlaps("deputy", account, in);
  }

  private boolean overlaps(String side, AccountId account, NameDeputy in) {
    return jdbc.sql(
            """
            select exists (
              select from access.deputyship d
               where d.%s = :account and d.institution = :institution and d.ended_at is null
                 and d.from_date < :until and d.until_date > :from)
            """
                .formatted(side))
        .param("account", account.value())
        .param("institution", in.institution().value())
        .param("from", in.period().from())
        .param("until", in.period().until())
        .query(Boolean.class)
        .single();
  }

  /// False when there is one at that time already.
  boolean add(DeputyId id, NameDeputy it, Staff by, Instant now) {
    try {
      insert(id, it, by, now);
      return true;
    } catch (DataIntegrityViolationException e) {
      if (Objects.toString(e.getMessage(), "").contains("deputyship_one_at_a_time")) {
        return false;
      }
      throw e;
    }
  }

  private void insert(DeputyId id, NameDeputy it, Staff by, Instant now) {
    jdbc.sql(
            """
            insert into access.deputyship
              (id, absent, deputy, institution, from_date, until_date, named_at, named_by)
            values (:id, :absent, :deputy, :institution, :from, :until, :now, :by)
            """)
        .param("id", id.value())
        .param("absent", it.absent().value())
        .param("deputy", it.deputy().value())
        .param("institution", it.institution().value())
        .param("from", it.period().from())
        .param("until", it.period().until())
        .param("now", utc(now))
        .param("by", by.account().value())
        .update();
  }

  Optional<Deputyship> find(DeputyId id, LocalDate today) {
    return jdbc.sql(SELECT + " where d.id = :id")
        .param("id", id.value())
        .param("today", today)
        .query((row, _) -> view(row))
        .optional();
  }

  /// Those in force or ahead on either side, and those that ended since a day.
  List<Deputyship> of(AccountId account, LocalDate since, LocalDate today) {
    return jdbc.sql(
            SELECT
                + """
                 where (d.absent = :account or d.deputy = :account) and d.until_date > :since
                 order by d.ended_at is not null, d.from_date, d.id
                """)
        .param("account", account.value())
        .param("since", since)
        .param("today", today)
        .query((row, _) -> view(row))
        .list();
  }

  Page<Deputyship> list(boolean all, PageQuery page, Staff by, Scope scope, LocalDate today) {
    var filters =
        Map.of(
            "viewer",
            by.institution().value(),
            "scope",
            scope.name(),
            "all",
            all,
            "today",
            (Object) today);
    long total =
        jdbc.sql("select count(*) from access.deputyship d" + REACHED)
            .params(filters)
            .query(Long.class)
            .single();
    var rows =
        jdbc.sql(
                SELECT
                    + REACHED
                    + page.orderBy(SORTS, "d.from_date desc, d.id")
                    + " limit :size offset :offset")
            .params(filters)
            .param("size", page.size())
            .param("offset", page.offset())
            .query((row, _) -> view(row))
            .list();
    return new Page<>(rows, total, page);
  }

  /// False when it is over or ended by then.
  boolean end(DeputyId id, @Nullable AccountId by, Instant now, LocalDate today) {
    return jdbc.sql(
                """
                update access.deputyship set ended_at = :now, ended_by = :by
                 where id = :id and ended_at is null and until_date > :today
                """)
            .param("id", id.value())
            .param("now", utc(now))
            .param("by", by == null ? null : by.value())
            .param("today", today)
            .update()
        == 1;
  }

  /// Colleagues who share a duty with somebody at an institution on a day, account → name.
  Map<AccountId, String> candidates(AccountId absent, InstitutionId institution, LocalDate day) {
    var found = new LinkedHashMap<AccountId, String>();
    jdbc.sql(
            """
            with own as (%s)
            select distinct a.id, a.name
              from access.account a
              join access.post p on p.account = a.id
              join access.role_duty d on d.role = p.role
             where a.id <> :account and a.state = 'OPEN' and p.institution = :institution
               and p.lane <> 'system'
               and p.from_date <= :day and (p.until_date is null or p.until_date > :day)
               and p.handed_over_at is null and d.duty in (select duty from own)
             order by a.name, a.id
            """
                .formatted(DUTIES))
        .param("account", absent.value())
        .param("institution", institution.value())
        .param("day", day)
        .query(row -> {
          found.put(new AccountId(row.getObject("id", UUID.class)), row.getString("name"));
        });
    return found;
  }

  /// Where somebody has a post today.
  List<InstitutionId> institutions(AccountId account, LocalDate today) {
    return jdbc.sql(
            """
            select distinct institution from access.post
             where account = :account and lane <> 'system'
               and from_date <= :today and (until_date is null or until_date > :today)
             order by institution
            """)
        .param("account", account.value())
        .param("today", today)
        .query((row, _) -> InstitutionId.of(row.getString("institution")))
        .list();
  }

  private static Deputyship view(ResultSet row) throws SQLException {
    return new Deputyship(
        new DeputyId(row.getObject("id", UUID.class)),
        new AccountId(row.getObject("absent", UUID.class)),
        row.getString("absent_name"),
        new AccountId(row.getObject("deputy", UUID.class)),
        row.getString("deputy_name"),
        InstitutionId.of(row.getString("institution")),
        row.getString("institution"),
        row.getObject("from_date", LocalDate.class),
        row.getObject("until_date", LocalDate.class).minusDays(1),
        State.valueOf(row.getString("state")),
        List.of(),
        false);
  }
}
