package org.heyi.steering.community;

import java.util.ArrayList;
import java.util.List;
import org.heyi.platform.access.Reach.Place;
import org.heyi.platform.policy.Pack;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.Scope;
import org.heyi.steering.directory.Dated;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The SQL of applying a pack to service grids.
@Repository
class GridStore {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  GridStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void save(Pack pack, List<PlannedGrid> grids) {
    var position = 0;
    for (var grid : grids) {
      jdbc.sql(
              """
              insert into community.grid as old
                     (id, area, consortium, position, name, name_en, name_house, lead, scope, since,
                      until, clause, house)
              values (:id, :area, :consortium, :position, :name, :nameEn, :nameHouse, :lead, :scope,
                      :since, :until, :clause, :house)
              on conflict (id) do update
                 set consortium = excluded.consortium, position = excluded.position,
                     name = excluded.name, name_en = excluded.name_en,
                     name_house = excluded.name_house, lead = excluded.lead, scope = excluded.scope,
                     since = least(old.since, excluded.since), until = excluded.until,
                     clause = excluded.clause, house = excluded.house
               where old.area = excluded.area
              """)
          .param("id", grid.id())
          .param("area", pack.area().value())
          .param("consortium", grid.consortium())
          .param("position", position++)
          .param("name", grid.name())
          .param("nameEn", grid.nameEn())
          .param("nameHouse", grid.nameHouse())
          .param("lead", grid.lead())
          .param("scope", grid.scope())
          .param("since", grid.life().from())
          .param("until", grid.life().until())
          .param("clause", grid.origin().clause())
          .param("house", grid.origin().house())
          .update();
    }
    jdbc.sql(
            """
            update community.grid set until = greatest(:effective, since + 1)
             where area = :area and not id = any(:ids) and (until is null or until > :effective)
            """)
        .param("area", pack.area().value())
        .param("effective", pack.effective())
        .param("ids", grids.stream().map(PlannedGrid::id).toArray(String[]::new))
        .update();
    saveMembers(pack, grids);
  }

  private void saveMembers(Pack pack, List<PlannedGrid> grids) {
    var before =
        jdbc.sql(
                """
                select m.grid as whole, m.institution, '' as role, '' as batch, m.since, m.until,
                       '' as clause, true as house, '{}'::text[] as accession, '' as accessionby
                  from community.grid_member m join community.grid g on g.id = m.grid
                 where g.area = :area order by m.since
                """)
            .param("area", pack.area().value())
            .query(MemberFact::row)
            .list();
    var said = new ArrayList<MemberFact>();
    for (var grid : grids) {
      var life = grid.life();
      grid.members()
          .forEach(it ->
              said.add(
                  new MemberFact(
                      grid.id(),
                      it.institution(),
                      "",
                      "",
                      life.from(),
                      life.until(),
                      "",
                      true,
                      List.of(),
                      "")));
    }
    jdbc.sql(
            """
            delete from community.grid_member m using community.grid g
             where g.id = m.grid and g.area = :area
            """)
        .param("area", pack.area().value())
        .update();
    jdbc.sql(
            """
            insert into community.grid_member (grid, institution, since, until)
            select whole, institution, since, until
              from jsonb_to_recordset(:rows::jsonb) as n(
                   whole text, institution text, since date, until date)
            """)
        .param("rows", json.writeValueAsString(Dated.join(before, said, pack.effective())))
        .update();
  }

  /// Which institutions lie within which grid when: its lead, its members, their clinics.
  List<Place> inGrids(AreaId area) {
    return jdbc.sql(
            """
            with member as (
              select m.institution, m.grid, m.since, least(m.until, g.until) as until
                from community.grid_member m join community.grid g on g.id = m.grid
               where g.area = :area
              union
              select g.lead, g.id, g.since, g.until from community.grid g where g.area = :area
            )
            select institution, grid as ancestor, since, until from member
            union all
            select k.institution, m.grid, greatest(m.since, k.since), least(m.until, k.until)
              from member m join directory.card_management k on k.manager = m.institution
             where (m.until is null or k.since < m.until) and (k.until is null or m.since < k.until)
            """)
        .param("area", area.value())
        .query((row, _) -> MemberFact.place(row, Scope.GRID))
        .list();
  }
}
