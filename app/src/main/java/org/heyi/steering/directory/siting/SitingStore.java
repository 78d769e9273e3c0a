package org.heyi.steering.directory.siting;

import static org.heyi.platform.shared.Moments.instant;
import static org.heyi.platform.shared.Moments.instantOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of reading siting plans.
@Repository
class SitingStore {

  private static final String VERSIONS =
      """
      select p.*, coalesce(d.name, '') as drafted_by, coalesce(a.name, '') as adopted_by
        from directory.siting_plan p
        left join access.card_post d on d.post = p.drafted_post
        left join access.card_post a on a.post = p.adopted_post
       where p.area = :area
      """;

  private final JdbcClient jdbc;

  SitingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Newest first.
  List<PlanVersion> versions(AreaId area, LocalDate today) {
    return jdbc.sql(VERSIONS + " order by p.number desc")
        .param("area", area.value())
        .query((row, _) -> version(row, today))
        .list();
  }

  Optional<PlanVersion> version(AreaId area, int number, LocalDate today) {
    return jdbc.sql(VERSIONS + " and p.number = :number")
        .param("area", area.value())
        .param("number", number)
        .query((row, _) -> version(row, today))
        .optional();
  }

  SitingPlan plan(PlanVersion version) {
    return new SitingPlan(version, sites(version.id()), settlements(version.id()));
  }

  private List<Site> sites(SitingId plan) {
    return jdbc.sql("select * from directory.siting_site where plan = :plan order by town, code")
        .param("plan", plan.value())
        .query((row, _) -> site(row))
        .list();
  }

  private List<Settlement> settlements(SitingId plan) {
    return jdbc.sql(
            "select * from directory.siting_settlement where plan = :plan order by town, code")
        .param("plan", plan.value())
        .query((row, _) -> settlement(row))
        .list();
  }

  Optional<Site> site(PlanVersion version, String code) {
    return jdbc.sql("select * from directory.siting_site where plan = :plan and code = :code")
        .param("plan", version.id().value())
        .param("code", code)
        .query((row, _) -> site(row))
        .optional();
  }

  Optional<Settlement> settlement(PlanVersion version, String code) {
    return jdbc.sql("select * from directory.siting_settlement where plan = :plan and code = :code")
        .param("plan", version.id().value())
        .param("code", code)
        .query((row, _) -> settlement(row))
        .optional();
  }

  /// As much of a version as the rules ask about before a site is entered or changed.
  Surroundings around(PlanVersion version, EnterSite it) {
    var sites =
        jdbc.sql(
                """
                select * from directory.siting_site
                 where plan = :plan
                   and (code in (:code, :successor) or name = :name or institution = :institution)
                """)
            .param("plan", version.id().value())
            .param("code", it.code())
            .param("successor", it.successor(), Types.VARCHAR)
            .param("name", it.name())
            .param(
                "institution",
                it.institution() == null ? null : it.institution().value(),
                Types.VARCHAR)
            .query((row, _) -> site(row))
            .list();
    return new Surroundings(sites, List.of());
  }

  /// The same for a settlement.
  Surroundings around(PlanVersion version, EnterSettlement it) {
    var sites =
        jdbc.sql("select * from directory.siting_site where plan = :plan and code = :site")
            .param("plan", version.id().value())
            .param("site", it.site(), Types.VARCHAR)
            .query((row, _) -> site(row))
            .list();
    var settlements =
        jdbc.sql(
                """
                select * from directory.siting_settlement
                 where plan = :plan and (code = :code or (town = :town and name = :name))
                """)
            .param("plan", version.id().value())
            .param("code", it.code())
            .param("town", it.town())
            .param("name", it.name())
            .query((row, _) -> settlement(row))
            .list();
    return new Surroundings(sites, settlements);
  }

  /// Of the sites that are called so in the versions of an area up to that one, oldest first.
  List<SiteEvent> events(PlanVersion upTo, String code) {
    return jdbc.sql(
            """
            select e.*, p.number, coalesce(w.name, '') as by_name
              from directory.siting_event e
              join directory.siting_plan p on p.id = e.plan
              left join access.card_post w on w.post = e.post
             where p.area = :area and p.number <= :number and e.site = :code
             order by e.at, e.id
            """)
        .param("area", upTo.area().value())
        .param("number", upTo.number())
        .param("code", code)
        .query((row, _) -> event(row))
        .list();
  }

  /// Which of these centres answer for a settlement that nobody serves today.
  Set<InstitutionId> withUncovered(Collection<InstitutionId> centres, LocalDate today) {
    return jdbc
        .sql(
            """
            select distinct n.centre
              from directory.siting_plan p
              join directory.siting_settlement n on n.plan = p.id
              left join directory.siting_site s on s.plan = n.plan and s.code = n.site
             where p.adopted_at is not null and p.since <= :today
               and (p.until is null or p.until > :today)
               and n.centre = any(:centres)
               and (n.served_by = 'NOBODY' or (n.served_by = 'SITE' and s.state <> 'OPEN'))
            """)
        .param("today", today)
        .param("centres", centres.stream().map(InstitutionId::value).toArray(String[]::new))
        .query((row, _) -> InstitutionId.of(row.getString("centre")))
        .list()
        .stream()
        .collect(Collectors.toSet());
  }

  private static PlanVersion version(ResultSet row, LocalDate today) throws SQLException {
    var since = row.getObject("since", LocalDate.class);
    var until = row.getObject("until", LocalDate.class);
    return new PlanVersion(
        new SitingId(row.getObject("id", UUID.class)),
        AreaId.of(row.getString("area")),
        row.getInt("number"),
        PlanVersion.State.of(since, until, today),
        row.getString("title"),
        row.getString("document"),
        since,
        until,
        instant(row, "drafted_at"),
        row.getString("drafted_by"),
        instantOrNull(row, "adopted_at"),
        row.getString("adopted_by"));
  }

  private static Site site(ResultSet row) throws SQLException {
    return new Site(
        row.getString("code"),
        row.getString("name"),
        row.getString("town"),
        row.getString("village"),
        institution(row, "centre"),
        institution(row, "institution"),
        SiteState.valueOf(row.getString("state")),
        row.getObject("since", LocalDate.class),
        row.getString("successor"),
        row.getString("note"),
        row.getInt("revision"));
  }

  private static Settlement settlement(ResultSet row) throws SQLException {
    return new Settlement(
        row.getString("code"),
        row.getString("name"),
        row.getString("town"),
        Settlement.Kind.valueOf(row.getString("kind")),
        row.getObject("population", Integer.class),
        institution(row, "centre"),
        ServedBy.valueOf(row.getString("served_by")),
        row.getString("site"));
  }

  private static SiteEvent event(ResultSet row) throws SQLException {
    var from = row.getString("from_state");
    return new SiteEvent(
        row.getInt("number"),
        instant(row, "at"),
        row.getString("by_name"),
        from == null ? null : SiteState.valueOf(from),
        SiteState.valueOf(row.getString("to_state")),
        row.getObject("since", LocalDate.class),
        row.getString("successor"),
        row.getInt("settlements"),
        row.getString("note"));
  }

  private static @Nullable InstitutionId institution(ResultSet row, String column)
      throws SQLException {
    var id = row.getString(column);
    return id == null ? null : InstitutionId.of(id);
  }
}
