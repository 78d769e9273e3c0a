package org.heyi.platform.sheet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// All SQL of the rows of imports. Many rows go in one statement, as JSON.
@Repository
class RunRowStore {

  /// What was found about a row, or became of it.
  record Line(int number, Finding finding) {}

  private record Stored(
      int number, String state, List<String> fields, List<CellProblem> problems, String object) {}

  private static final TypeReference<List<CellProblem>> PROBLEMS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  RunRowStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void add(RunId run, List<Line> lines) {
    jdbc.sql(
            """
            insert into sheet.run_row (run, number, checked, fields, problems)
            select :run, number, state,
                   array(select jsonb_array_elements_text(fields)), problems
              from jsonb_to_recordset(:lines::jsonb)
                   as n(number int, state text, fields jsonb, problems jsonb)
            """)
        .param("run", run.value())
        .param("lines", stored(lines))
        .update();
  }

  /// Rows that still have to be written, in the order of the file.
  List<Integer> waiting(RunId run, int most) {
    return jdbc.sql(
            """
            select number from sheet.run_row
             where run = :run and checked in ('NEW', 'CHANGED') and outcome is null
             order by number limit :most
            """)
        .param("run", run.value())
        .param("most", most)
        .query((row, _) -> row.getInt(1))
        .list();
  }

  int written(RunId run) {
    return jdbc.sql("select count(*) from sheet.run_row where run = :run and outcome is not null")
        .param("run", run.value())
        .query(Integer.class)
        .single();
  }

  void became(RunId run, List<Line> lines) {
    jdbc.sql(
            """
            update sheet.run_row r
               set outcome = n.state, object = n.object,
                   problems = case when n.state = 'WRONG' then n.problems else r.problems end
              from jsonb_to_recordset(:lines::jsonb)
                   as n(number int, state text, problems jsonb, object text)
             where r.run = :run and r.number = n.number
            """)
        .param("run", run.value())
        .param("lines", stored(lines))
        .update();
  }

  /// The first rows that are wrong.
  List<RunView.Row> wrong(RunId run, int most) {
    return rows(run, "coalesce(outcome, checked) = 'WRONG'", most);
  }

  /// The first rows that change what is there, or have.
  List<RunView.Row> changing(RunId run, int most) {
    return rows(run, "coalesce(outcome, checked) = 'CHANGED'", most);
  }

  private List<RunView.Row> rows(RunId run, String which, int most) {
    return jdbc.sql(
            "select number, fields, problems from sheet.run_row where run = :run and "
                + which
                + " order by number limit :most")
        .param("run", run.value())
        .param("most", most)
        .query((row, _) -> row(row))
        .list();
  }

  Map<Integer, List<CellProblem>> problems(RunId run) {
    var found = new HashMap<Integer, List<CellProblem>>();
    wrong(run, Integer.MAX_VALUE).forEach(it -> found.put(it.number(), it.problems()));
    return found;
  }

  /// Ids of what the rows made, in their order.
  List<String> made(RunId run) {
    return jdbc.sql(
            """
            select object from sheet.run_row
             where run = :run and outcome = 'NEW' and object <> '' order by number
            """)
        .param("run", run.value())
        .query((row, _) -> row.getString(1))
        .list();
  }

  private RunView.Row row(ResultSet row) throws SQLException {
    return new RunView.Row(
        row.getInt("number"),
        Arrays.asList((String[]) row.getArray("fields").getArray()),
        json.readValue(row.getString("problems"), PROBLEMS));
  }

  private String stored(List<Line> lines) {
    return json.writeValueAsString(
        lines.stream()
            .map(it ->
                new Stored(
                    it.number(),
                    it.finding().state().name(),
                    it.finding().fields(),
                    it.finding().problems(),
                    it.finding().object()))
            .toList());
  }
}
