package org.heyi.platform.access;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Scope;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The closure of institutions: who lies within what, from when until when.
@Repository
class ReachStore {

  private final JdbcClient jdbc;
  private final NamedParameterJdbcOperations batches;

  ReachStore(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /// The lock keeps two nodes that apply one pack from mixing their rows.
  void replace(String area, Scope scope, Collection<Reach.Place> places) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('heyi.reach'))").query().listOfRows();
    jdbc.sql("delete from access.reach_place where area = :area and scope = :scope")
        .param("area", area)
        .param("scope", scope.name())
        .update();
    batches.batchUpdate(
        """
        insert into access.reach_place (area, institution, scope, ancestor, from_date, until_date, authority)
        values (:area, :institution, :scope, :ancestor, :from, :until, :authority)
        """,
        places.stream().map(it -> row(area, it)).toArray(MapSqlParameterSource[]::new));
  }

  private static MapSqlParameterSource row(String area, Reach.Place place) {
    return new MapSqlParameterSource()
        .addValue("area", area)
        .addValue("institution", place.institution().value())
        .addValue("scope", place.scope().name())
        .addValue("ancestor", place.ancestor())
        .addValue("from", place.period().from())
        .addValue("until", place.period().until(), Types.DATE)
        .addValue("authority", place.authority());
  }

  boolean under(InstitutionId above, InstitutionId where, LocalDate today) {
    return jdbc.sql(
            """
            select exists (
              select from access.reach_place
               where scope = 'SUBTREE' and ancestor = :above and institution = :where
                 and from_date <= :today and (until_date is null or until_date > :today))
            """)
        .param("above", above.value())
        .param("where", where.value())
        .param("today", today)
        .query(Boolean.class)
        .single();
  }

  boolean together(Scope scope, InstitutionId viewer, InstitutionId where, LocalDate today) {
    return jdbc.sql(
            """
            select exists (
              select from access.reach_place v
                join access.reach_place w on w.scope = v.scope and w.ancestor = v.ancestor
               where v.scope = :scope and v.institution = :viewer and w.institution = :where
                 and (v.scope <> 'CITY' or v.authority)
                 and v.from_date <= :today and (v.until_date is null or v.until_date > :today)
                 and w.from_date <= :today and (w.until_date is null or w.until_date > :today))
            """)
        .param("scope", scope.name())
        .param("viewer", viewer.value())
        .param("where", where.value())
        .param("today", today)
        .query(Boolean.class)
        .single();
  }

  /// The areas of the city that an authority looks over.
  Set<AreaId> areas(InstitutionId authority, LocalDate today) {
    return jdbc.sql(
            """
            select distinct w.area
              from access.reach_place v
              join access.reach_place w on w.scope = v.scope and w.ancestor = v.ancestor
             where v.scope = 'CITY' and v.authority and v.institution = :authority
               and v.from_date <= :today and (v.until_date is null or v.until_date > :today)
               and w.from_date <= :today and (w.until_date is null or w.until_date > :today)
            """)
        .param("authority", authority.value())
        .param("today", today)
        .query((row, _) -> AreaId.of(row.getString("area")))
        .set();
  }

  /// The area an institution belongs to, as the packs say; empty for one that no pack knows.
  Optional<AreaId> area(InstitutionId institution, LocalDate today) {
    return jdbc.sql(
            """
            select ancestor from access.reach_place
             where scope = 'AREA' and institution = :institution
               and from_date <= :today and (until_date is null or until_date > :today)
             order by from_date desc limit 1
            """)
        .param("institution", institution.value())
        .param("today", today)
        .query(String.class)
        .optional()
        .map(AreaId::of);
  }
}
