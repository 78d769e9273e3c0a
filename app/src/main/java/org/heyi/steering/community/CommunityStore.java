package org.heyi.steering.community;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.heyi.platform.access.Reach.Place;
import org.heyi.platform.policy.Pack;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.Scope;
import org.heyi.steering.directory.Dated;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The SQL of applying a pack to consortia.
@Repository
class CommunityStore {

  private record Row(
      String id,
      int position,
      PlannedConsortium.Names names,
      String form,
      @Nullable String parent,
      @Nullable String stands,
      String batch,
      boolean includes,
      boolean synthetic,
      @Nullable String becomes,
      @Nullable Integer by,
      @Nullable String becomesby,
      String formula,
      boolean printed,
      String formulaby,
      LocalDate since,
      @Nullable LocalDate until,
      String clause,
      boolean house) {}

  private final JdbcClient jdbc;
  private final JsonMapper json;

  CommunityStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void saveConsortia(Pack pack, List<PlannedConsortium> consortia) {
    var rows = new ArrayList<Row>();
    consortia.forEach(it -> rows.add(row(it, rows.size())));
    jdbc.sql(
            """
            insert into community.consortium as old
                   (id, area, position, name, name_en, name_house, trade_name, form, parent, stands_as,
                    batch, includes_clinics, synthetic, transition_form, transition_by,
                    transition_clause, formula, formula_printed, formula_clause, since, until, clause,
                    house)
            select id, :area, position, names ->> 'name', names ->> 'nameEn',
                   (names ->> 'house')::boolean, names ->> 'tradeName', form, parent, stands, batch,
                   includes, synthetic, becomes, "by", becomesby, formula, printed, formulaby, since,
                   until, clause, house
              from jsonb_to_recordset(:rows::jsonb) as n(
                   id text, position int, names jsonb, form text, parent text, stands text, batch text,
                   includes boolean, synthetic boolean, becomes text, "by" int, becomesby text,
                   formula text, printed boolean, formulaby text, since date, until date, clause text,
                   house boolean)
            on conflict (id) do update
               set position = excluded.position, name = excluded.name, name_en = excluded.name_en,
                   name_house = excluded.name_house, trade_name = excluded.trade_name,
                   form = excluded.form, parent = excluded.parent, stands_as = excluded.stands_as,
                   batch = excluded.batch, includes_clinics = excluded.includes_clinics,
                   synthetic = excluded.synthetic, transition_form = excluded.transition_form,
                   transition_by = excluded.transition_by,
                   transition_clause = excluded.transition_clause, formula = excluded.formula,
                   formula_printed = excluded.formula_printed,
                   formula_clause = excluded.formula_clause,
                   since = least(old.since, excluded.since), until = excluded.until,
                   clause = excluded.clause, house = excluded.house
             where old.area = excluded.area
            """)
        .param("area", pack.area().value())
        .param("rows", json.writeValueAsString(rows))
        .update();
    jdbc.sql(
            """
            update community.consortium set until = greatest(:effective, since + 1)
             where area = :area and not id = any(:ids) and (until is null or until > :effective)
            """)
        .param("area", pack.area().value())
        .param("effective", pack.effective())
        .param("ids", consortia.stream().map(PlannedConsortium::id).toArray(String[]::new))
        .update();
    saveMembers(pack, consortia);
  }

  private static Row row(PlannedConsortium it, int position) {
    var formula = it.formula();
    var transition = it.transition();
    return new Row(
        it.id(),
        position,
        it.names(),
        it.form().code(),
        it.parent().isEmpty() ? null : it.parent(),
        it.standsAs().isEmpty() ? null : it.standsAs(),
        it.batch(),
        it.includesClinics(),
        it.synthetic(),
        transition == null ? null : transition.form().code(),
        transition == null ? null : transition.by(),
        transition == null ? null : transition.origin().clause(),
        formula == null ? "" : formula.text(),
        formula != null && formula.printed(),
        formula == null ? "" : formula.origin().clause(),
        it.life().from(),
        it.life().until(),
        it.origin().clause(),
        it.origin().house());
  }

  private void saveMembers(Pack pack, List<PlannedConsortium> consortia) {
    var before =
        jdbc.sql(
                """
                select m.consortium as whole, m.institution, m.role, m.batch, m.since, m.until,
                       m.clause, m.house, m.accession, m.accession_clause as accessionby
                  from community.member m join community.consortium c on c.id = m.consortium
                 where c.area = :area order by m.since
                """)
            .param("area", pack.area().value())
            .query(MemberFact::row)
            .list();
    var said =
        consortia.stream()
            .flatMap(
                consortium -> consortium.members().stream().map(it -> fact(consortium.id(), it)))
            .toList();
    jdbc.sql(
            """
            delete from community.member m using community.consortium c
             where c.id = m.consortium and c.area = :area
            """)
        .param("area", pack.area().value())
        .update();
    jdbc.sql(
            """
            insert into community.member (consortium, institution, role, batch, since, until, clause,
                                          house, accession, accession_clause)
            select whole, institution, role, batch, since, until, clause, house, accession, accessionby
              from jsonb_to_recordset(:rows::jsonb) as n(
                   whole text, institution text, role text, batch text, since date, until date,
                   clause text, house boolean, accession text[], accessionby text)
            """)
        .param("rows", json.writeValueAsString(Dated.join(before, said, pack.effective())))
        .update();
  }

  private static MemberFact fact(String consortium, PlannedConsortium.Member it) {
    return new MemberFact(
        consortium,
        it.institution(),
        it.role().code(),
        it.batch(),
        it.period().from(),
        it.period().until(),
        it.origin().clause(),
        it.origin().house(),
        it.accession().modes(),
        it.accession().clause());
  }

  void saveParts(
      Pack pack, List<PlannedConsortium.Part> ofArea, List<PlannedConsortium> consortia) {
    jdbc.sql("delete from community.formula_part where area = :area")
        .param("area", pack.area().value())
        .update();
    saveParts(pack, null, ofArea);
    for (var consortium : consortia) {
      var formula = consortium.formula();
      if (formula != null) {
        saveParts(pack, consortium.id(), formula.parts());
      }
    }
  }

  private void saveParts(
      Pack pack, @Nullable String consortium, List<PlannedConsortium.Part> parts) {
    var position = 0;
    for (var planned : parts) {
      var part = planned.part();
      jdbc.sql(
              """
              insert into community.formula_part (area, consortium, position, label, counts, grid, roles,
                     kinds, levels, forms, exactly, at_least, at_most, open, clause)
              values (:area, :consortium, :position, :label, :counts, :grid, :roles, :kinds, :levels,
                      :forms, :exactly, :atLeast, :atMost, :open, :clause)
              """)
          .param("area", pack.area().value())
          .param("consortium", consortium)
          .param("position", position++)
          .param("label", part.label())
          .param("counts", part.of())
          .param("grid", part.grid())
          .param("roles", part.roles().toArray(String[]::new))
          .param("kinds", part.kinds().toArray(String[]::new))
          .param("levels", part.levels().toArray(String[]::new))
          .param("forms", part.forms().toArray(String[]::new))
          .param("exactly", part.count())
          .param("atLeast", part.atLeast())
          .param("atMost", part.atMost())
          .param("open", part.open())
          .param("clause", part.clause())
          .update();
    }
  }

  /// Which institutions lie within which consortium when, clinics with their centre.
  List<Place> inConsortia(AreaId area) {
    var inside =
        Arrays.stream(MemberRole.values())
            .filter(MemberRole::inside)
            .map(MemberRole::code)
            .toArray(String[]::new);
    return jdbc.sql(
            """
            with member as (
              select m.institution, m.consortium, c.includes_clinics, m.since,
                     least(m.until, c.until) as until
                from community.member m join community.consortium c on c.id = m.consortium
               where c.area = :area and m.role = any(:inside)
            )
            select institution, consortium as ancestor, since, until from member
            union all
            select k.institution, m.consortium, greatest(m.since, k.since), least(m.until, k.until)
              from member m join directory.card_management k on k.manager = m.institution
             where m.includes_clinics
               and (m.until is null or k.since < m.until) and (k.until is null or m.since < k.until)
            """)
        .param("area", area.value())
        .param("inside", inside)
        .query((row, _) -> place(row))
        .list();
  }

  private static Place place(ResultSet row) throws SQLException {
    return MemberFact.place(row, Scope.CONSORTIUM);
  }
}
