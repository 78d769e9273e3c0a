package org.heyi.platform.access;

import static org.heyi.platform.shared.Moments.utc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heyi.platform.access.leaving.DutyAt;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.PostId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL of people who leave: the ends of their posts, and what these still give them.
@Repository
class DepartureStore {

  /// A post whose last day is past, and that has not handed over yet.
  record Due(PostId post, AccountId account, String name, InstitutionId institution) {}

  private final JdbcClient jdbc;

  DepartureStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Holds an account as somebody's who takes things on: nobody closes it meanwhile.
  void share(AccountId id) {
    jdbc.sql("select 1 from access.account where id = :id for share")
        .param("id", id.value())
        .query(Integer.class)
        .optional();
  }

  /// The first day on which the post is over, or empty when it is over by then already.
  Optional<LocalDate> end(AccountId account, PostId post, LocalDate until) {
    return jdbc.sql(
            """
            update access.post set until_date = greatest(:until, from_date)
             where id = :id and account = :account
               and (until_date is null or until_date > :until)
            returning until_date
            """)
        .param("id", post.value())
        .param("account", account.value())
        .param("until", until)
        .query(LocalDate.class)
        .optional();
  }

  void endAll(AccountId account, LocalDate until, Instant now) {
    jdbc.sql(
            """
            update access.post
               set until_date = case when until_date is null or until_date > :until
                                     then greatest(:until, from_date) else until_date end,
                   handed_over_at = coalesce(handed_over_at, :now)
             where account = :account
            """)
        .param("account", account.value())
        .param("until", until)
        .param("now", utc(now))
        .update();
  }

  void handedOver(PostId post, Instant now) {
    jdbc.sql(
            """
            update access.post set handed_over_at = :now where id = :id and handed_over_at is null
            """)
        .param("id", post.value())
        .param("now", utc(now))
        .update();
  }

  /// What the account holds today by its posts, without those of `ending`; nothing when it is
  /// closed.
  Set<DutyAt> duties(AccountId account, Set<PostId> ending, LocalDate today) {
    var except = ending.stream().map(it -> it.value().toString()).toArray(String[]::new);
    return new HashSet<>(
        jdbc.sql(
                """
                select distinct p.institution, d.duty
                  from access.account a
                  join access.post p on p.account = a.id
                  join access.role_duty d on d.role = p.role
                 where a.id = :account and a.state <> 'CLOSED' and p.id::text <> all (:except)
                   and p.from_date <= :today and (p.until_date is null or p.until_date > :today)
                   and p.handed_over_at is null
                """)
            .param("account", account.value())
            .param("except", except)
            .param("today", today)
            .query((row, _) ->
                new DutyAt(InstitutionId.of(row.getString("institution")), row.getString("duty")))
            .list());
  }

  List<Due> due(LocalDate today, int most) {
    return jdbc.sql(
            """
            select p.id, p.account, a.name, p.institution
              from access.post p join access.account a on a.id = p.account
             where p.until_date <= :today and p.handed_over_at is null
             order by p.until_date, p.id limit :most
            """)
        .param("today", today)
        .param("most", most)
        .query((row, _) ->
            new Due(
                new PostId(row.getObject("id", UUID.class)),
                new AccountId(row.getObject("account", UUID.class)),
                row.getString("name"),
                InstitutionId.of(row.getString("institution"))))
        .list();
  }

  boolean isDue(PostId post, LocalDate today) {
    return jdbc.sql(
            """
            select exists (select from access.post
                            where id = :id and until_date <= :today and handed_over_at is null)
            """)
        .param("id", post.value())
        .param("today", today)
        .query(Boolean.class)
        .single();
  }

  void name(PostId post, Map<DutyAt, AccountId> successors) {
    jdbc.sql("delete from access.successor where post = :post")
        .param("post", post.value())
        .update();
    successors.forEach((needed, account) ->
        jdbc.sql("insert into access.successor values (:post, :duty, :account)")
            .param("post", post.value())
            .param("duty", needed.duty())
            .param("account", account.value())
            .update());
  }

  Map<DutyAt, AccountId> named(PostId post, InstitutionId at) {
    var named = new HashMap<DutyAt, AccountId>();
    jdbc.sql("select duty, account from access.successor where post = :post")
        .param("post", post.value())
        .query(row -> {
          named.put(
              new DutyAt(at, row.getString("duty")),
              new AccountId(row.getObject("account", UUID.class)));
        });
    return named;
  }
}
