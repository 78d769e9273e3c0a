package org.heyi.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.heyi.platform.backup.Manifest.Sequence;
import org.postgresql.PGConnection;

/// Rows of whole tables on their way out and in, within one transaction.
final class RowStore {

  /// As text that says the same wherever it is read; no clock of the server ends the work, however
  /// long it takes; and names are never looked for.
  private static final String PLAIN =
      """
      set local statement_timeout = 0;
      set local lock_timeout = '60s';
      set local idle_in_transaction_session_timeout = 0;
      set local datestyle = 'ISO';
      set local intervalstyle = 'postgres';
      set local extra_float_digits = 1;
      set local timezone = 'UTC';
      set local synchronize_seqscans = off;
      set local search_path = ''
      """;

  private final Connection connection;

  RowStore(Connection connection) throws SQLException {
    this.connection = connection;
    execute(PLAIN);
  }

  /// So that no table changes its shape while it is read.
  void hold(Collection<String> tables) throws SQLException {
    execute("lock table " + String.join(", ", tables) + " in access share mode");
  }

  long copyOut(String table, List<String> columns, OutputStream out)
      throws IOException, SQLException {
    var sql = "copy %s (%s) to stdout".formatted(table, String.join(", ", columns));
    return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, out);
  }

  void copyIn(String table, List<String> columns, InputStream in) throws IOException, SQLException {
    var sql = "copy %s (%s) from stdin".formatted(table, String.join(", ", columns));
    connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, in);
  }

  long count(String table) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from " + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  void empty(Collection<String> tables) throws SQLException {
    execute("truncate " + String.join(", ", tables));
  }

  void set(Sequence sequence) throws SQLException {
    try (var statement = connection.prepareStatement("select setval(cast(? as regclass), ?, ?)")) {
      statement.setString(1, sequence.sequence());
      statement.setLong(2, sequence.value());
      statement.setBoolean(3, sequence.called());
      statement.execute();
    }
  }

  /// Takes away what would forbid an order of tables, or would act on each row as if it were new;
  /// both come back with what is returned. The server's own switch for this needs a superuser.
  ///
  /// @return statements that bring back foreign keys, checking each, and triggers
  List<String> loosen(Collection<String> tables) throws SQLException {
    var back = new ArrayList<String>();
    for (var step : steps(tables)) {
      execute(step.loosen());
      back.add(step.back());
    }
    return back;
  }

  private record Step(String loosen, String back) {}

  private List<Step> steps(Collection<String> tables) throws SQLException {
    var steps = new ArrayList<Step>();
    try (var statement =
        connection.prepareStatement(
            """
            with mine as (select cast(it as regclass) as id
                            from unnest(string_to_array(?, ',')) as it)
            select format('alter table %s drop constraint %I', conrelid::regclass, conname),
                   format('alter table %s add constraint %I %s', conrelid::regclass, conname,
                          pg_get_constraintdef(oid))
              from pg_constraint join mine on mine.id = conrelid where contype = 'f'
             union all
            select distinct format('alter table %s disable trigger user', tgrelid::regclass),
                   format('alter table %s enable trigger user', tgrelid::regclass)
              from pg_trigger join mine on mine.id = tgrelid where not tgisinternal
            """)) {
      statement.setString(1, String.join(",", tables));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          steps.add(step(rows));
        }
      }
    }
    return steps;
  }

  private static Step step(ResultSet row) throws SQLException {
    return new Step(row.getString(1), row.getString(2));
  }

  void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
