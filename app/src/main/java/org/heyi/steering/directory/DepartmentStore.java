package org.heyi.steering.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.heyi.platform.policy.Pack;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Pinyin;
import org.heyi.platform.shared.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The SQL of departments and practitioners.
@Repository
class DepartmentStore {

  private record Row(
      String institution,
      String code,
      String name,
      String english,
      String pinyin,
      int position,
      String clause,
      boolean house) {}

  private final JdbcClient jdbc;
  private final JsonMapper json;

  DepartmentStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// Writes all departments of a pack. One that it no longer names closes when it takes effect:
  /// what was booked there still points to it.
  void save(Pack pack, List<DepartmentsSection.Planned> planned) {
    var rows = new ArrayList<Row>();
    for (var it : planned) {
      rows.add(
          new Row(
              it.institution(),
              it.code(),
              it.name(),
              it.nameEn(),
              Pinyin.search(it.name()),
              rows.size(),
              it.origin().clause(),
              it.origin().house()));
    }
    jdbc.sql(
            """
            update directory.department d set closed_on = :effective
              from directory.institution i
             where i.id = d.institution and i.area = :area and d.closed_on is null
            """)
        .param("area", pack.area().value())
        .param("effective", pack.effective())
        .update();
    jdbc.sql(
            """
            insert into directory.department (institution, code, name, name_en, pinyin, position,
                                              clause, house)
            select institution, code, name, english, pinyin, position, clause, house
              from jsonb_to_recordset(:rows::jsonb) as n(
                   institution text, code text, name text, english text, pinyin text, position int,
                   clause text, house boolean)
            on conflict (institution, code) do update
               set name = excluded.name, name_en = excluded.name_en, pinyin = excluded.pinyin,
                   position = excluded.position, clause = excluded.clause, house = excluded.house,
                   closed_on = null
            """)
        .param("rows", json.writeValueAsString(rows))
        .update();
  }

  List<DepartmentView> departments(InstitutionId institution) {
    return jdbc.sql(
            """
            select institution, code, name from directory.card_department
             where institution = :institution order by position
            """)
        .param("institution", institution.value())
        .query((row, _) ->
            new DepartmentView(
                InstitutionId.of(row.getString("institution")),
                row.getString("code"),
                row.getString("name")))
        .list();
  }

  boolean hasDepartment(InstitutionId institution, String code) {
    return jdbc.sql(
            """
            select exists (select from directory.card_department
                            where institution = :institution and code = :code)
            """)
        .param("institution", institution.value())
        .param("code", code)
        .query(Boolean.class)
        .single();
  }

  void add(PractitionerId id, EnlistPractitioner command) {
    jdbc.sql(
            """
            insert into directory.practitioner (id, institution, department, name, title, pinyin, since)
            values (:id, :institution, :department, :name, :title, :pinyin, :since)
            """)
        .param("id", id.value())
        .param("institution", command.institution().value())
        .param("department", command.department())
        .param("name", command.name())
        .param("title", command.title().code())
        .param("pinyin", Pinyin.search(command.name()))
        .param("since", command.since())
        .update();
  }

  List<PractitionerView> practitioners(InstitutionId institution, @Nullable String department) {
    return jdbc.sql(
            """
            select id, institution, department, name, title from directory.card_practitioner
             where institution = :institution
               and (:department::text is null or department = :department)
             order by pinyin, id
            """)
        .param("institution", institution.value())
        .param("department", department)
        .query((row, _) -> practitioner(row))
        .list();
  }

  /// Each spelling stands behind a space, so it is found from its beginning only.
  List<PractitionerView> practitionersNamed(String text, Staff by, int most) {
    return jdbc.sql(
            """
            select p.id, p.institution, p.department, p.name, p.title
              from directory.card_practitioner p
              join directory.card_institution i on i.id = p.institution
             where i.area = :area and i.open
               and (position(:text in p.name) > 0
                    or position(' ' || :text in ' ' || p.pinyin) > 0)
             order by p.institution <> :own, position(:text in p.name) <> 1, p.pinyin, p.id
             limit :most
            """)
        .param("area", by.area().value())
        .param("own", by.institution().value())
        .param("text", text.strip().toLowerCase(Locale.ROOT))
        .param("most", most)
        .query((row, _) -> practitioner(row))
        .list();
  }

  Optional<PractitionerView> practitioner(PractitionerId id) {
    return jdbc.sql(
            """
            select id, institution, department, name, title from directory.card_practitioner
             where id = :id
            """)
        .param("id", id.value())
        .query((row, _) -> practitioner(row))
        .optional();
  }

  private static PractitionerView practitioner(ResultSet row) throws SQLException {
    return new PractitionerView(
        new PractitionerId(row.getObject("id", UUID.class)),
        InstitutionId.of(row.getString("institution")),
        row.getString("department"),
        row.getString("name"),
        PractitionerTitle.of(row.getString("title")));
  }
}
