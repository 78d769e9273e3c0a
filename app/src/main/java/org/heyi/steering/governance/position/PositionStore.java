package org.heyi.steering.governance.position;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heyi.platform.policy.Citation;
import org.heyi.platform.shared.AreaId;
import org.heyi.steering.governance.position.Position.Item;
import org.heyi.steering.governance.position.Position.Whom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of positions.
@Repository
class PositionStore {

  private final JdbcClient jdbc;

  PositionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void replace(AreaId area, List<Position> positions) {
    jdbc.sql("delete from governance.position where area = :area")
        .param("area", area.value())
        .update();
    for (int at = 0; at < positions.size(); at++) {
      add(area, at, positions.get(at));
    }
  }

  private void add(AreaId area, int at, Position it) {
    var whom = it.whom();
    jdbc.sql(
            """
            insert into governance.position
                   (area, position, consortium, roles, kinds, levels, clause, house)
            values (:area, :at, nullif(:consortium, ''), :roles, :kinds, :levels, :clause, :house)
            """)
        .param("area", area.value())
        .param("at", at)
        .param("consortium", whom.consortium())
        .param("roles", whom.roles().toArray(String[]::new))
        .param("kinds", whom.kinds().toArray(String[]::new))
        .param("levels", whom.levels().toArray(String[]::new))
        .param("clause", it.origin().clause())
        .param("house", it.origin().house())
        .update();
    for (int line = 0; line < whom.institutions().size(); line++) {
      jdbc.sql(
              """
              insert into governance.position_institution (area, position, line, institution)
              values (:area, :at, :line, :institution)
              """)
          .param("area", area.value())
          .param("at", at)
          .param("line", line)
          .param("institution", whom.institutions().get(line))
          .update();
    }
    for (int line = 0; line < it.items().size(); line++) {
      add(area, at, line, it.items().get(line));
    }
  }

  private void add(AreaId area, int at, int line, Item it) {
    jdbc.sql(
            """
            insert into governance.position_item
                   (area, position, line, part, code, words, at_least, unit, clause, house)
            values (:area, :at, :line, :part, :code, :words, :atLeast, :unit, :clause, :house)
            """)
        .param("area", area.value())
        .param("at", at)
        .param("line", line)
        .param("part", it.part().code())
        .param("code", it.code())
        .param("words", it.text())
        .param("atLeast", it.atLeast())
        .param("unit", it.unit())
        .param("clause", it.origin().clause())
        .param("house", it.origin().house())
        .update();
  }

  /// In the order of the pack.
  List<Position> all(AreaId area) {
    var items = new HashMap<Integer, List<Item>>();
    jdbc.sql("select * from governance.position_item where area = :area order by position, line")
        .param("area", area.value())
        .query(row -> {
          items.computeIfAbsent(row.getInt("position"), _ -> new ArrayList<>()).add(item(row));
        });
    return jdbc.sql(
            """
            select p.*, array(select institution from governance.position_institution i
                               where i.area = p.area and i.position = p.position
                               order by i.line) as institutions
              from governance.position p where p.area = :area order by p.position
            """)
        .param("area", area.value())
        .query((row, _) -> position(row, items))
        .list();
  }

  private static Position position(ResultSet row, Map<Integer, List<Item>> items)
      throws SQLException {
    var consortium = row.getString("consortium");
    return new Position(
        new Whom(
            consortium == null ? "" : consortium,
            words(row.getArray("roles")),
            words(row.getArray("kinds")),
            words(row.getArray("levels")),
            words(row.getArray("institutions"))),
        items.getOrDefault(row.getInt("position"), List.of()),
        origin(row));
  }

  private static Item item(ResultSet row) throws SQLException {
    return new Item(
        Position.Part.of(row.getString("part")),
        row.getString("code"),
        row.getString("words"),
        row.getObject("at_least", Integer.class),
        row.getString("unit"),
        origin(row));
  }

  private static List<String> words(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static Citation origin(ResultSet row) throws SQLException {
    return new Citation(row.getString("clause"), row.getBoolean("house"));
  }
}
