package org.heyi.steering.community;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.ConsortiumId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of reading consortia, members and grids.
@Repository
class ConsortiumStore {

  private final JdbcClient jdbc;

  ConsortiumStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Membership> of(InstitutionId institution, LocalDate on) {
    return jdbc.sql(
            """
            select m.consortium, m.institution, m.role, m.grid
              from community.members_on(:on) m
              join community.consortium c on c.id = m.consortium
             where m.institution = :institution
             order by c.area, c.position
            """)
        .param("on", on)
        .param("institution", institution.value())
        .query((row, _) -> membership(row))
        .list();
  }

  Map<InstitutionId, Long> memberAmong(Collection<InstitutionId> institutions, LocalDate on) {
    return jdbc
        .sql(
            """
            select distinct institution from community.members_on(:on)
             where institution = any(:institutions)
            """)
        .param("on", on)
        .param(
            "institutions", institutions.stream().map(InstitutionId::value).toArray(String[]::new))
        .query((row, _) -> InstitutionId.of(row.getString("institution")))
        .list()
        .stream()
        .collect(toMap(it -> it, _ -> 1L));
  }

  List<Membership> upward(InstitutionId institution, List<String> receiving, LocalDate on) {
    return jdbc.sql(
            """
            with own as (
              select consortium, grid from community.members_on(:on) where institution = :institution
            ), above as (
              select distinct on (m.institution) m.consortium, m.institution, m.role, m.grid,
                     (own.grid <> '' and m.grid = own.grid) as own_grid, c.position
                from own
                join community.members_on(:on) m on m.consortium = own.consortium
                join community.consortium c on c.id = m.consortium
               where m.role = any(:receiving) and m.institution <> :institution
               order by m.institution, own_grid desc, c.position
            )
            select consortium, institution, role, grid from above
             order by own_grid desc, array_position(:receiving, role), position, institution
            """)
        .param("on", on)
        .param("institution", institution.value())
        .param("receiving", receiving.toArray(String[]::new))
        .query((row, _) -> membership(row))
        .list();
  }

  private static Membership membership(ResultSet row) throws SQLException {
    return new Membership(
        ConsortiumId.of(row.getString("consortium")),
        InstitutionId.of(row.getString("institution")),
        row.getString("role"),
        row.getString("grid"));
  }

  List<ConsortiumView> consortia(AreaId area) {
    return jdbc.sql("select * from community.consortium where area = :area order by position")
        .param("area", area.value())
        .query((row, _) -> consortium(row))
        .list();
  }

  Optional<ConsortiumView> consortium(ConsortiumId id) {
    return jdbc.sql("select * from community.consortium where id = :id")
        .param("id", id.value())
        .query((row, _) -> consortium(row))
        .optional();
  }

  /// The named members on a day, with how many clinics each manages.
  List<MemberView> members(ConsortiumId consortium, LocalDate on) {
    return jdbc.sql(
            """
            select m.institution, i.name, i.kind, m.role, m.since, m.until, m.clause, o.grid, o.manager,
                   (select count(*) from directory.card_institution k
                     where k.managed_by = m.institution) as clinics
              from community.members_on(:on) o
              join community.member m
                on m.consortium = o.consortium and m.institution = o.institution
               and m.since <= :on and (m.until is null or m.until > :on)
              join directory.card_institution i on i.id = m.institution
             where o.consortium = :consortium and o.manager is null
             order by i.position, i.id
            """)
        .param("on", on)
        .param("consortium", consortium.value())
        .query((row, _) -> member(row))
        .list();
  }

  /// Those of these institutions where somebody practises today.
  Set<InstitutionId> withPractitioners(Collection<InstitutionId> institutions) {
    return jdbc.sql(
            """
            select distinct institution from directory.card_practitioner
             where institution = any (:institutions)
            """)
        .param(
            "institutions", institutions.stream().map(InstitutionId::value).toArray(String[]::new))
        .query((row, _) -> InstitutionId.of(row.getString("institution")))
        .set();
  }

  private static MemberView member(ResultSet row) throws SQLException {
    return new MemberView(
        InstitutionId.of(row.getString("institution")),
        row.getString("name"),
        row.getString("kind"),
        MemberRole.of(row.getString("role")),
        row.getString("grid"),
        row.getLong("clinics"),
        period(row),
        row.getString("clause"),
        institution(row, "manager"));
  }

  List<GridView> grids(ConsortiumId consortium, LocalDate on) {
    return jdbc.sql(
            """
            select * from community.grid
             where consortium = :consortium and since <= :on and (until is null or until > :on)
             order by position
            """)
        .param("consortium", consortium.value())
        .param("on", on)
        .query((row, _) -> grid(row))
        .list();
  }

  Optional<GridView> grid(String id) {
    return jdbc.sql("select * from community.grid where id = :id")
        .param("id", id)
        .query((row, _) -> grid(row))
        .optional();
  }

  private static GridView grid(ResultSet row) throws SQLException {
    return new GridView(
        row.getString("id"),
        ConsortiumId.of(row.getString("consortium")),
        row.getString("name"),
        row.getString("name_en"),
        row.getBoolean("name_house"),
        InstitutionId.of(row.getString("lead")),
        row.getString("scope"),
        row.getString("clause"));
  }

  /// Every membership of an institution, past ones too; a clinic has its centre's of today.
  List<MembershipView> memberships(InstitutionId institution) {
    return jdbc.sql(
            """
            select c.id, c.name, c.name_en, c.trade_name, m.role, coalesce(g.name, '') as grid,
                   coalesce(g.name_en, '') as grid_en, m.since, m.until, m.clause,
                   m.institution <> :institution as inherited
              from community.member m
              join community.consortium c on c.id = m.consortium
              left join community.card_member o
                on o.consortium = m.consortium and o.institution = :institution
              left join community.grid g on g.id = o.grid
             where m.institution = :institution
                or (c.includes_clinics and m.institution = (
                     select managed_by from directory.card_institution where id = :institution))
             order by m.until nulls first, c.position, m.since desc
            """)
        .param("institution", institution.value())
        .query((row, _) ->
            new MembershipView(
                ConsortiumId.of(row.getString("id")),
                row.getString("name"),
                row.getString("name_en"),
                row.getString("trade_name"),
                row.getBoolean("inherited")
                    ? MemberRole.MEMBER
                    : MemberRole.of(row.getString("role")),
                row.getString("grid"),
                row.getString("grid_en"),
                period(row),
                row.getString("clause"),
                row.getBoolean("inherited")))
        .list();
  }

  private static ConsortiumView consortium(ResultSet row) throws SQLException {
    var parent = row.getString("parent");
    var becomes = row.getString("transition_form");
    return new ConsortiumView(
        ConsortiumId.of(row.getString("id")),
        AreaId.of(row.getString("area")),
        row.getString("name"),
        row.getString("name_en"),
        row.getString("trade_name"),
        ConsortiumForm.of(row.getString("form")),
        parent == null ? null : ConsortiumId.of(parent),
        institution(row, "stands_as"),
        row.getString("batch"),
        row.getBoolean("includes_clinics"),
        row.getBoolean("synthetic"),
        becomes == null
            ? null
            : new ConsortiumView.Transition(
                ConsortiumForm.of(becomes),
                row.getInt("transition_by"),
                row.getString("transition_clause")),
        row.getString("formula"),
        row.getBoolean("formula_printed"),
        row.getString("formula_clause"),
        period(row),
        row.getString("clause"));
  }

  private static @Nullable InstitutionId institution(ResultSet row, String column)
      throws SQLException {
    var id = row.getString(column);
    return id == null ? null : InstitutionId.of(id);
  }

  private static Period period(ResultSet row) throws SQLException {
    return new Period(
        row.getObject("since", LocalDate.class), row.getObject("until", LocalDate.class));
  }
}
