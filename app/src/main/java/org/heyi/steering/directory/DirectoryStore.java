package org.heyi.steering.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.heyi.platform.access.Reach.Place;
import org.heyi.platform.policy.Citation;
import org.heyi.platform.policy.Pack;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Period;
import org.heyi.platform.shared.Pinyin;
import org.heyi.platform.shared.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The SQL of applying a pack to institutions. Many rows go in one statement, as JSON.
@Repository
class DirectoryStore {

  private record InstitutionRow(
      String id,
      int position,
      String kind,
      String level,
      String pinyin,
      String plaque,
      PlannedInstitution.Facts facts,
      LocalDate since,
      @Nullable LocalDate until,
      String clause,
      boolean house,
      PlannedInstitution.@Nullable Merger merger) {}

  /// A name or a manager: a text that an institution has for a time.
  private record Fact(
      String institution,
      String use,
      String text,
      LocalDate since,
      @Nullable LocalDate until,
      String clause,
      boolean house)
      implements Dated<Fact> {

    static Fact of(String institution, String use, String text, Period period, Citation origin) {
      return new Fact(
          institution, use, text, period.from(), period.until(), origin.clause(), origin.house());
    }

    static Fact row(ResultSet row, int number) throws SQLException {
      return new Fact(
          row.getString("institution"),
          row.getString("use"),
          row.getString("text"),
          row.getObject("since", LocalDate.class),
          row.getObject("until", LocalDate.class),
          row.getString("clause"),
          row.getBoolean("house"));
    }

    /// An institution has one official name at a time and as many aliases as it likes.
    @Override
    public Object slot() {
      return List.of(institution, use, use.equals("alias") ? text : "");
    }

    @Override
    public Object content() {
      return text;
    }

    @Override
    public Period period() {
      return new Period(since, until);
    }

    @Override
    public Fact during(Period period) {
      return new Fact(institution, use, text, period.from(), period.until(), clause, house);
    }
  }

  private final JdbcClient jdbc;
  private final JsonMapper json;

  DirectoryStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// Writes all institutions of a pack; one that it no longer names ends when it takes effect.
  void save(Pack pack, Collection<PlannedInstitution> institutions) {
    saveInstitutions(pack, institutions);
    jdbc.sql(
            """
            update directory.institution set until = greatest(:effective, since + 1)
             where area = :area and not id = any(:ids) and (until is null or until > :effective)
            """)
        .param("area", pack.area().value())
        .param("effective", pack.effective())
        .param("ids", institutions.stream().map(PlannedInstitution::id).toArray(String[]::new))
        .update();
    saveNames(pack, names(institutions));
    saveManagements(pack, managements(institutions));
  }

  private void saveInstitutions(Pack pack, Collection<PlannedInstitution> institutions) {
    var rows = new ArrayList<InstitutionRow>();
    institutions.forEach(it -> rows.add(row(it, rows.size())));
    jdbc.sql(
            """
            insert into directory.institution as old
                   (id, area, position, kind, level, pinyin, plaque, since, until, clause, house,
                    ownership, credit_code, legal_person, legal_representative, district, town, note,
                    composed, generated, synthetic, above_area, merged_into, merged_on, merged_clause)
            select id, :area, position, kind, level, pinyin, plaque, since, until, clause, house,
                   facts ->> 'ownership', nullif(facts ->> 'creditCode', ''),
                   facts ->> 'legalPerson', facts ->> 'legalRepresentative',
                   facts ->> 'district', facts ->> 'town', facts ->> 'note',
                   (facts ->> 'composed')::boolean, (facts ->> 'generated')::boolean,
                   (facts ->> 'synthetic')::boolean, (facts ->> 'aboveArea')::boolean,
                   merger ->> 'into', (merger ->> 'on')::date, merger -> 'origin' ->> 'clause'
              from jsonb_to_recordset(:rows::jsonb) as n(
                   id text, position int, kind text, level text, pinyin text, plaque text,
                   since date, until date, clause text, house boolean, facts jsonb, merger jsonb)
            on conflict (id) do update
               set position = excluded.position, kind = excluded.kind, level = excluded.level,
                   pinyin = excluded.pinyin, plaque = excluded.plaque,
                   since = least(old.since, excluded.since), until = excluded.until,
                   clause = excluded.clause, house = excluded.house,
                   ownership = excluded.ownership, credit_code = excluded.credit_code,
                   legal_person = excluded.legal_person,
                   legal_representative = excluded.legal_representative,
                   district = excluded.district, town = excluded.town, note = excluded.note,
                   composed = excluded.composed, generated = excluded.generated,
                   synthetic = excluded.synthetic, above_area = excluded.above_area,
                   merged_into = excluded.merged_into, merged_on = excluded.merged_on,
                   merged_clause = excluded.merged_clause
             where old.area = excluded.area
            """)
        .param("area", pack.area().value())
        .param("rows", json.writeValueAsString(rows))
        .update();
  }

  private static InstitutionRow row(PlannedInstitution it, int position) {
    return new InstitutionRow(
        it.id(),
        position,
        it.kind().code(),
        it.level(),
        pinyin(it.names()),
        it.names().plaque(),
        it.facts(),
        it.life().from(),
        it.life().until(),
        it.origin().clause(),
        it.origin().house(),
        it.merger());
  }

  private static String pinyin(PlannedInstitution.Names names) {
    var all = new ArrayList<>(names.aliases());
    all.addFirst(names.name());
    all.add(names.tradeName());
    names.former().forEach(it -> all.add(it.name()));
    return all.stream().map(Pinyin::search).distinct().collect(Collectors.joining(" ")).strip();
  }

  private static List<Fact> names(Collection<PlannedInstitution> institutions) {
    var names = new ArrayList<Fact>();
    for (var it : institutions) {
      var begin = it.life().from();
      for (var former : it.names().former()) {
        names.add(Fact.of(it.id(), "official", former.name(), former.period(), former.origin()));
        var until = former.period().until();
        begin = until != null && until.isAfter(begin) ? until : begin;
      }
      var now = new Period(begin, it.life().until());
      names.add(Fact.of(it.id(), "official", it.names().name(), now, it.origin()));
      if (!it.names().tradeName().isEmpty()) {
        names.add(Fact.of(it.id(), "trade", it.names().tradeName(), it.life(), it.origin()));
      }
      for (var alias : it.names().aliases()) {
        names.add(Fact.of(it.id(), "alias", alias, it.life(), it.origin()));
      }
    }
    return names;
  }

  private static List<Fact> managements(Collection<PlannedInstitution> institutions) {
    return institutions.stream()
        .flatMap(it ->
            it.managers().stream()
                .map(by -> Fact.of(it.id(), "", by.manager(), by.period(), by.origin())))
        .toList();
  }

  private void saveNames(Pack pack, List<Fact> said) {
    var before =
        jdbc.sql(
                """
                select n.institution, n.use, n.name as text, n.since, n.until, n.clause, n.house
                  from directory.institution_name n
                  join directory.institution i on i.id = n.institution
                 where i.area = :area
                 order by n.institution, n.since
                """)
            .param("area", pack.area().value())
            .query(Fact::row)
            .list();
    jdbc.sql(
            """
            delete from directory.institution_name n using directory.institution i
             where i.id = n.institution and i.area = :area
            """)
        .param("area", pack.area().value())
        .update();
    jdbc.sql(
            """
            insert into directory.institution_name (institution, use, name, since, until, clause, house)
            select institution, use, text, since, until, clause, house
              from jsonb_to_recordset(:rows::jsonb) as n(
                   institution text, use text, text text, since date, until date, clause text,
                   house boolean)
            """)
        .param("rows", json.writeValueAsString(Dated.join(before, said, pack.effective())))
        .update();
  }

  private void saveManagements(Pack pack, List<Fact> said) {
    var before =
        jdbc.sql(
                """
                select m.institution, '' as use, m.manager as text, m.since, m.until, m.clause, m.house
                  from directory.management m
                  join directory.institution i on i.id = m.institution
                 where i.area = :area
                 order by m.institution, m.since
                """)
            .param("area", pack.area().value())
            .query(Fact::row)
            .list();
    jdbc.sql(
            """
            delete from directory.management m using directory.institution i
             where i.id = m.institution and i.area = :area
            """)
        .param("area", pack.area().value())
        .update();
    jdbc.sql(
            """
            insert into directory.management (institution, manager, since, until, clause, house)
            select institution, text, since, until, clause, house
              from jsonb_to_recordset(:rows::jsonb) as n(
                   institution text, text text, since date, until date, clause text, house boolean)
            """)
        .param("rows", json.writeValueAsString(Dated.join(before, said, pack.effective())))
        .update();
  }

  /// Which institution lies in the area when.
  List<Place> lives(AreaId area) {
    return jdbc.sql(
            "select id, since, until, area as ancestor from directory.institution where area = :area")
        .param("area", area.value())
        .query((row, _) -> place(row, Scope.AREA))
        .list();
  }

  /// Who lies under whom when, through any number of steps.
  List<Place> managements(AreaId area) {
    return jdbc.sql(
            """
            with recursive under (id, ancestor, since, until) as (
              select id, id, since, until from directory.institution where area = :area
              union
              select m.institution, u.ancestor, greatest(m.since, u.since), least(m.until, u.until)
                from under u
                join directory.management m on m.manager = u.id
               where (u.until is null or m.since < u.until) and (m.until is null or u.since < m.until)
            )
            select id, ancestor, since, until from under where id <> ancestor
            """)
        .param("area", area.value())
        .query((row, _) -> place(row, Scope.SUBTREE))
        .list();
  }

  /// Which institution lies in which city when; of these, who looks over the city.
  List<Place> cities(AreaId area) {
    return jdbc.sql(
            """
            select i.id, b.city as ancestor, greatest(i.since, b.since) as since,
                   least(i.until, b.until) as until, i.above_area
              from directory.institution i join directory.belonging b on b.area = i.area
             where i.area = :area
               and (i.until is null or b.since < i.until) and (b.until is null or i.since < b.until)
            """)
        .param("area", area.value())
        .query((row, _) -> {
          var place = place(row, Scope.CITY);
          return new Place(
              place.institution(),
              place.scope(),
              place.ancestor(),
              place.period(),
              row.getBoolean("above_area"));
        })
        .list();
  }

  private static Place place(ResultSet row, Scope scope) throws SQLException {
    return new Place(
        InstitutionId.of(row.getString("id")),
        scope,
        row.getString("ancestor"),
        new Period(
            row.getObject("since", LocalDate.class), row.getObject("until", LocalDate.class)));
  }
}
