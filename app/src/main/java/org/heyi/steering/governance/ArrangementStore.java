package org.heyi.steering.governance;

import java.util.List;
import java.util.function.Function;
import org.heyi.platform.shared.AreaId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The SQL of what a plan arranges: one row each, kept as the pack said it.
@Repository
class ArrangementStore {

  private record Row(int position, @Nullable String id, @Nullable String consortium, Object said) {}

  private final JdbcClient jdbc;
  private final JsonMapper json;

  ArrangementStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// What a pack says of a section, in place of what was said before.
  ///
  /// @param id of an entry, or empty
  /// @param consortium whose it is, or empty
  <T> void replace(
      AreaId area,
      String section,
      List<T> said,
      Function<T, String> id,
      Function<T, String> consortium) {
    jdbc.sql("delete from governance.arrangement where area = :area and section = :section")
        .param("area", area.value())
        .param("section", section)
        .update();
    var rows = new java.util.ArrayList<Row>();
    said.forEach(it ->
        rows.add(new Row(rows.size(), orNull(id.apply(it)), orNull(consortium.apply(it)), it)));
    jdbc.sql(
            """
            insert into governance.arrangement (area, section, position, id, consortium, said)
            select :area, :section, position, id, consortium, said
              from jsonb_to_recordset(:rows::jsonb) as n(
                   position int, id text, consortium text, said jsonb)
            """)
        .param("area", area.value())
        .param("section", section)
        .param("rows", json.writeValueAsString(rows))
        .update();
  }

  /// In the order of the plan.
  <T> List<T> all(AreaId area, String section, Class<T> type) {
    return jdbc.sql(
            """
            select said::text from governance.arrangement
             where area = :area and section = :section order by position
            """)
        .param("area", area.value())
        .param("section", section)
        .query((row, _) -> json.readValue(row.getString("said"), type))
        .list();
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
