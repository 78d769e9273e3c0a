package org.heyi.steering.community;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.ConsortiumId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of reading formulas and what they are counted against.
@Repository
class StructureStore {

  private final JdbcClient jdbc;

  StructureStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The parts of a consortium's formula; of the whole area's structure without one.
  List<FormulaPart> parts(AreaId area, @Nullable ConsortiumId consortium) {
    return jdbc.sql(
            """
            select * from community.formula_part
             where area = :area and consortium is not distinct from :consortium
             order by position
            """)
        .param("area", area.value())
        .param("consortium", consortium == null ? null : consortium.value(), java.sql.Types.VARCHAR)
        .query((row, _) -> part(row))
        .list();
  }

  private static FormulaPart part(ResultSet row) throws SQLException {
    return new FormulaPart(
        row.getString("label"),
        row.getString("counts"),
        row.getString("grid"),
        words(row, "roles"),
        words(row, "kinds"),
        words(row, "levels"),
        words(row, "forms"),
        row.getObject("exactly", Integer.class),
        row.getObject("at_least", Integer.class),
        row.getObject("at_most", Integer.class),
        row.getBoolean("open"),
        row.getString("clause"));
  }

  private static List<String> words(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  /// Who is in what on a day, to count by.
  Structure structure(AreaId area, LocalDate on) {
    return new Structure(
        places(area), outlines(area, on), members(area, on), gridOutlines(area, on));
  }

  private Map<String, Structure.Place> places(AreaId area) {
    var places = new HashMap<String, Structure.Place>();
    jdbc.sql(
            """
            select id, kind, level, managed_by from directory.card_institution
             where area = :area and open
            """)
        .param("area", area.value())
        .query((row, _) -> {
          var manager = row.getString("managed_by");
          var by = manager == null ? Set.<String>of() : Set.of(manager);
          return Map.entry(
              row.getString("id"),
              new Structure.Place(row.getString("kind"), row.getString("level"), by));
        })
        .list()
        .forEach(it -> places.put(it.getKey(), it.getValue()));
    return places;
  }

  private List<Structure.Consortium> outlines(AreaId area, LocalDate on) {
    return jdbc.sql(
            """
            select id, form, parent, includes_clinics from community.consortium
             where area = :area and since <= :on and (until is null or until > :on)
            """)
        .param("area", area.value())
        .param("on", on)
        .query((row, _) ->
            new Structure.Consortium(
                row.getString("id"),
                ConsortiumForm.of(row.getString("form")),
                row.getString("parent") != null,
                row.getBoolean("includes_clinics")))
        .list();
  }

  private List<Structure.Member> members(AreaId area, LocalDate on) {
    return jdbc.sql(
            """
            select m.consortium, m.institution, m.role
              from community.member m join community.consortium c on c.id = m.consortium
             where c.area = :area and m.since <= :on and (m.until is null or m.until > :on)
            """)
        .param("area", area.value())
        .param("on", on)
        .query((row, _) ->
            new Structure.Member(
                row.getString("consortium"),
                row.getString("institution"),
                MemberRole.of(row.getString("role"))))
        .list();
  }

  private List<Structure.Grid> gridOutlines(AreaId area, LocalDate on) {
    var members =
        jdbc
            .sql(
                """
                select m.grid, m.institution
                  from community.grid_member m join community.grid g on g.id = m.grid
                 where g.area = :area and m.since <= :on and (m.until is null or m.until > :on)
                """)
            .param("area", area.value())
            .param("on", on)
            .query((row, _) -> Map.entry(row.getString("grid"), row.getString("institution")))
            .list()
            .stream()
            .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    return jdbc.sql(
            """
            select id, consortium, lead from community.grid
             where area = :area and since <= :on and (until is null or until > :on)
            """)
        .param("area", area.value())
        .param("on", on)
        .query((row, _) ->
            new Structure.Grid(
                row.getString("id"),
                row.getString("consortium"),
                row.getString("lead"),
                members.getOrDefault(row.getString("id"), List.of())))
        .list();
  }
}
