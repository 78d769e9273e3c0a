package org.heyi.steering.community.tie;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.heyi.platform.policy.Pack;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.ConsortiumId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// All SQL of cooperation.
@Repository
class TieStore {

  private static final String ALL =
      """
      select t.*, c.name as consortium_name, c.name_en as consortium_name_en, p.name as party_name,
             coalesce(i.name, t.counterpart_name) as counterpart_said
        from community.tie t
        left join community.consortium c on c.id = t.consortium
        left join directory.card_institution p on p.id = t.party
        left join directory.card_institution i on i.id = t.counterpart
       where t.since <= :on and (t.until is null or t.until > :on)
      """;

  private static final String ORDER = " order by t.area, t.position";

  private final JdbcClient jdbc;
  private final JsonMapper json;

  TieStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void save(Pack pack, List<PlannedTie> ties) {
    var rows = new ArrayList<PlannedTie.Row>();
    ties.forEach(it -> rows.add(it.row(rows.size())));
    jdbc.sql(
            """
            insert into community.tie as old
                   (id, area, position, kind, consortium, party, counterpart, counterpart_name, matters,
                    cross_grid, plan, outcome, since, until, clause, house)
            select id, :area, position, kind, consortium, party, counterpart, named, matters, "cross",
                   plan, outcome, since, until, clause, house
              from jsonb_to_recordset(:rows::jsonb) as n(
                   id text, position int, kind text, consortium text, party text, counterpart text,
                   named text, matters text[], "cross" boolean, plan text, outcome text, since date,
                   until date, clause text, house boolean)
            on conflict (id) do update
               set position = excluded.position, kind = excluded.kind,
                   consortium = excluded.consortium, party = excluded.party,
                   counterpart = excluded.counterpart,
                   counterpart_name = excluded.counterpart_name, matters = excluded.matters,
                   cross_grid = excluded.cross_grid, plan = excluded.plan,
                   outcome = excluded.outcome, since = least(old.since, excluded.since),
                   until = excluded.until, clause = excluded.clause, house = excluded.house
             where old.area = excluded.area
            """)
        .param("area", pack.area().value())
        .param("rows", json.writeValueAsString(rows))
        .update();
    jdbc.sql(
            """
            update community.tie set until = greatest(:effective, since + 1)
             where area = :area and not id = any(:ids) and (until is null or until > :effective)
            """)
        .param("area", pack.area().value())
        .param("effective", pack.effective())
        .param("ids", ties.stream().map(PlannedTie::id).toArray(String[]::new))
        .update();
  }

  List<TieView> of(AreaId area, LocalDate on) {
    return jdbc.sql(ALL + " and t.area = :area" + ORDER)
        .param("on", on)
        .param("area", area.value())
        .query((row, _) -> tie(row))
        .list();
  }

  List<TieView> of(ConsortiumId consortium, LocalDate on) {
    return jdbc.sql(ALL + " and t.consortium = :consortium" + ORDER)
        .param("on", on)
        .param("consortium", consortium.value())
        .query((row, _) -> tie(row))
        .list();
  }

  List<TieView> of(InstitutionId institution, LocalDate on) {
    return jdbc.sql(ALL + " and :institution in (t.party, t.counterpart)" + ORDER)
        .param("on", on)
        .param("institution", institution.value())
        .query((row, _) -> tie(row))
        .list();
  }

  private static TieView tie(ResultSet row) throws SQLException {
    var consortium = row.getString("consortium");
    var party = institution(row, "party");
    return new TieView(
        row.getString("id"),
        AreaId.of(row.getString("area")),
        TieKind.of(row.getString("kind")),
        consortium == null
            ? null
            : new TieView.Whole(
                ConsortiumId.of(consortium),
                row.getString("consortium_name"),
                row.getString("consortium_name_en")),
        party == null ? null : new TieView.Side(party, row.getString("party_name")),
        institution(row, "counterpart"),
        row.getString("counterpart_said"),
        List.of((String[]) row.getArray("matters").getArray()),
        row.getBoolean("cross_grid"),
        row.getString("plan"),
        row.getString("outcome"),
        new Period(
            row.getObject("since", LocalDate.class), row.getObject("until", LocalDate.class)),
        row.getString("clause"));
  }

  private static @Nullable InstitutionId institution(ResultSet row, String column)
      throws SQLException {
    var id = row.getString(column);
    return id == null ? null : InstitutionId.of(id);
  }
}
