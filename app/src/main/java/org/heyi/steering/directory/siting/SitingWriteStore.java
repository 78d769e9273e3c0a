package org.heyi.steering.directory.siting;

import static org.heyi.platform.shared.Moments.utc;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of changing siting plans. What can be done once only is decided by a constraint or by
/// how many rows a guarded update touched.
@Repository
class SitingWriteStore {

  /// What became of a site.
  ///
  /// @param from null when it was entered
  record Happened(
      String site,
      @Nullable SiteState from,
      SiteState to,
      LocalDate since,
      @Nullable String successor,
      int settlements,
      String note) {}

  private final JdbcClient jdbc;

  SitingWriteStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Whoever changes an area's plans waits here until the one before is done.
  void lock(AreaId area) {
    jdbc.sql("select 1 from directory.siting_plan where area = :area order by number for update")
        .param("area", area.value())
        .query(Integer.class)
        .list();
  }

  /// False when there is a draft already.
  boolean addDraft(SitingId id, AreaId area, Instant now, Staff by) {
    return jdbc.sql(
                """
                insert into directory.siting_plan
                       (id, area, number, drafted_at, drafted_account, drafted_post)
                select :id, :area, coalesce(max(number), 0) + 1, :now, :account, :post
                  from directory.siting_plan where area = :area
                on conflict do nothing
                """)
            .param("id", id.value())
            .param("area", area.value())
            .param("now", utc(now))
            .param("account", by.account().value())
            .param("post", by.post().value())
            .update()
        == 1;
  }

  void copy(SitingId from, SitingId to) {
    jdbc.sql(
            """
            insert into directory.siting_site
                   (plan, code, name, town, village, centre, institution, state, since, successor, note)
            select :to, code, name, town, village, centre, institution, state, since, successor, note
              from directory.siting_site where plan = :from
            """)
        .param("from", from.value())
        .param("to", to.value())
        .update();
    jdbc.sql(
            """
            insert into directory.siting_settlement
                   (plan, code, name, town, kind, population, centre, served_by, site)
            select :to, code, name, town, kind, population, centre, served_by, site
              from directory.siting_settlement where plan = :from
            """)
        .param("from", from.value())
        .param("to", to.value())
        .update();
  }

  /// False when it is no draft any more.
  boolean discard(SitingId id) {
    return jdbc.sql("delete from directory.siting_plan where id = :id and adopted_at is null")
            .param("id", id.value())
            .update()
        == 1;
  }

  /// The version before ends where this one begins. False when it is no draft any more.
  boolean adopt(PlanVersion draft, AdoptPlan it, Instant now, Staff by) {
    jdbc.sql(
            """
            update directory.siting_plan set until = :since
             where area = :area and adopted_at is not null and until is null and since < :since
            """)
        .param("area", draft.area().value())
        .param("since", it.since())
        .update();
    return jdbc.sql(
                """
                update directory.siting_plan
                   set title = :title, document = :document, since = :since, adopted_at = :now,
                       adopted_account = :account, adopted_post = :post
                 where id = :id and adopted_at is null
                """)
            .param("id", draft.id().value())
            .param("title", it.title())
            .param("document", it.document())
            .param("since", it.since())
            .param("now", utc(now))
            .param("account", by.account().value())
            .param("post", by.post().value())
            .update()
        == 1;
  }

  void add(SitingId plan, EnterSite it) {
    facts(
            jdbc.sql(
                """
                insert into directory.siting_site
                       (plan, code, name, town, village, centre, institution, state, since, successor,
                        note)
                values (:plan, :code, :name, :town, :village, :centre, :institution, :state, :since,
                        :successor, :note)
                """),
            plan,
            it)
        .param("state", it.state().name())
        .update();
  }

  /// Everything but its state. False when somebody changed it in between.
  boolean change(SitingId plan, EnterSite it, int revision) {
    return facts(
                jdbc.sql(
                    """
                    update directory.siting_site
                       set name = :name, town = :town, village = :village, centre = :centre,
                           institution = :institution, since = :since, successor = :successor,
                           note = :note, revision = revision + 1
                     where plan = :plan and code = :code and revision = :revision
                    """),
                plan,
                it)
            .param("revision", revision)
            .update()
        == 1;
  }

  private static JdbcClient.StatementSpec facts(
      JdbcClient.StatementSpec sql, SitingId plan, EnterSite it) {
    return sql.param("plan", plan.value())
        .param("code", it.code())
        .param("name", it.name())
        .param("town", it.town())
        .param("village", it.village())
        .param("centre", id(it.centre()), Types.VARCHAR)
        .param("institution", id(it.institution()), Types.VARCHAR)
        .param("since", it.since())
        .param("successor", it.successor(), Types.VARCHAR)
        .param("note", it.note());
  }

  /// False when its state is another by now.
  boolean move(SitingId plan, MoveSite it) {
    return jdbc.sql(
                """
                update directory.siting_site
                   set state = :to, since = :since, successor = :successor,
                       institution = coalesce(:institution, institution), revision = revision + 1
                 where plan = :plan and code = :code and state = :from
                """)
            .param("plan", plan.value())
            .param("code", it.code())
            .param("from", it.from().name())
            .param("to", it.to().name())
            .param("since", it.since())
            .param("successor", it.successor(), Types.VARCHAR)
            .param("institution", id(it.institution()), Types.VARCHAR)
            .update()
        == 1;
  }

  /// How many settlements went over.
  int handOver(SitingId plan, String from, String to) {
    return jdbc.sql(
            """
            update directory.siting_settlement set site = :to where plan = :plan and site = :from
            """)
        .param("plan", plan.value())
        .param("from", from)
        .param("to", to)
        .update();
  }

  void note(SitingId plan, Happened it, Instant now, Staff by) {
    jdbc.sql(
            """
            insert into directory.siting_event
                   (id, plan, site, at, account, post, from_state, to_state, since, successor,
                    settlements, note)
            values (:id, :plan, :site, :at, :account, :post, :from, :to, :since, :successor,
                    :settlements, :note)
            """)
        .param("id", UuidCreator.getTimeOrderedEpoch())
        .param("plan", plan.value())
        .param("site", it.site())
        .param("at", utc(now))
        .param("account", by.account().value())
        .param("post", by.post().value())
        .param("from", it.from() == null ? null : it.from().name(), Types.VARCHAR)
        .param("to", it.to().name())
        .param("since", it.since())
        .param("successor", it.successor(), Types.VARCHAR)
        .param("settlements", it.settlements())
        .param("note", it.note())
        .update();
  }

  void removeSite(SitingId plan, String code) {
    jdbc.sql("delete from directory.siting_site where plan = :plan and code = :code")
        .param("plan", plan.value())
        .param("code", code)
        .update();
  }

  void add(SitingId plan, EnterSettlement it) {
    settlement(
            """
            insert into directory.siting_settlement
                   (plan, code, name, town, kind, population, centre, served_by, site)
            values (:plan, :code, :name, :town, :kind, :population, :centre, :served, :site)
            """,
            plan,
            it)
        .update();
  }

  void change(SitingId plan, EnterSettlement it) {
    settlement(
            """
            update directory.siting_settlement
               set name = :name, town = :town, kind = :kind, population = :population,
                   centre = :centre, served_by = :served, site = :site
             where plan = :plan and code = :code
            """,
            plan,
            it)
        .update();
  }

  private JdbcClient.StatementSpec settlement(String sql, SitingId plan, EnterSettlement it) {
    return jdbc.sql(sql)
        .param("plan", plan.value())
        .param("code", it.code())
        .param("name", it.name())
        .param("town", it.town())
        .param("kind", it.kind().name())
        .param("population", it.population(), Types.INTEGER)
        .param("centre", id(it.centre()), Types.VARCHAR)
        .param("served", it.servedBy().name())
        .param("site", it.site(), Types.VARCHAR);
  }

  void assign(SitingId plan, Collection<String> codes, ServedBy servedBy, @Nullable String site) {
    jdbc.sql(
            """
            update directory.siting_settlement set served_by = :served, site = :site
             where plan = :plan and code = any(:codes)
            """)
        .param("plan", plan.value())
        .param("codes", codes.toArray(String[]::new))
        .param("served", servedBy.name())
        .param("site", site, Types.VARCHAR)
        .update();
  }

  void removeSettlement(SitingId plan, String code) {
    jdbc.sql("delete from directory.siting_settlement where plan = :plan and code = :code")
        .param("plan", plan.value())
        .param("code", code)
        .update();
  }

  private static @Nullable String id(@Nullable InstitutionId it) {
    return it == null ? null : it.value();
  }
}
