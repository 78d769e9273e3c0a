package org.heyi.platform.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.heyi.platform.backup.Manifest.Room;
import org.heyi.platform.backup.Manifest.Sequence;
import org.heyi.platform.shared.Moments;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// What the database's own catalogue says of the house's tables, within one transaction. Names come
/// quoted, ready for SQL.
final class CatalogStore {

  private static final String HISTORY = "flyway_schema_history_";
  private static final RowMapper<String> NAME = (row, _) -> row.getString("name");

  /// @param columns in their order, without those that the database computes
  record Rows(String table, List<String> columns) {}

  private final JdbcTemplate jdbc;

  CatalogStore(Connection connection) {
    this.jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
  }

  /// The transaction's own moment.
  Instant now() {
    return Objects.requireNonNull(
        jdbc.queryForObject("select now() as at", (row, _) -> Moments.instant(row, "at")));
  }

  String setting(String name) {
    return Objects.requireNonNull(
        jdbc.queryForObject("select current_setting(?)", String.class, name));
  }

  /// Rooms with tables, as their histories tell.
  List<Room> rooms() {
    List<String> histories =
        jdbc.query(
            """
            select relname as name from pg_class
             where relnamespace = to_regnamespace('migration') and relkind = 'r'
               and starts_with(relname, ?)
             order by relname
            """,
            NAME,
            HISTORY);
    return histories.stream()
        .map(it -> room(it.substring(HISTORY.length())))
        .filter(it -> !it.checksums().isEmpty())
        .toList();
  }

  private Room room(String name) {
    var checksums = new LinkedHashMap<String, Integer>();
    jdbc.query(
        """
        select version, checksum from migration."%s%s"
         where success and type = 'SQL' and version is not null order by installed_rank
        """
            .formatted(HISTORY, name),
        row -> {
          checksums.put(row.getString("version"), row.getInt("checksum"));
        });
    var version = checksums.isEmpty() ? "0" : checksums.lastEntry().getKey();
    return new Room(name, version, checksums);
  }

  /// Every table of these rooms. A room's schema is the last word of its name; what belongs to no
  /// room lies in `infra`.
  List<Rows> tables(List<Room> rooms) {
    return jdbc.query(
        """
        select format('%I.%I', n.nspname, c.relname) as name,
               array_agg(quote_ident(a.attname) order by a.attnum) as columns
          from pg_class c
          join pg_namespace n on n.oid = c.relnamespace
          join pg_attribute a on a.attrelid = c.oid
         where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
           and n.nspname = any(string_to_array(?, ','))
         group by n.nspname, c.relname order by n.nspname, c.relname
        """,
        (row, _) -> new Rows(row.getString("name"), texts(row, "columns")), schemas(rooms));
  }

  List<Sequence> sequences(List<Room> rooms) {
    List<String> names =
        jdbc.query(
            """
            select format('%I.%I', schemaname, sequencename) as name from pg_sequences
             where schemaname = any(string_to_array(?, ','))
             order by schemaname, sequencename
            """,
            NAME, schemas(rooms));
    return names.stream().map(this::sequence).toList();
  }

  private Sequence sequence(String name) {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            "select last_value, is_called from " + name,
            (row, _) ->
                new Sequence(name, row.getLong("last_value"), row.getBoolean("is_called"))));
  }

  private static String schemas(List<Room> rooms) {
    return String.join(
        ",",
        rooms.stream()
            .map(Room::room)
            .map(it -> it.equals("__root") ? "infra" : it.substring(it.lastIndexOf('.') + 1))
            .toList());
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }
}
