package org.heyi.platform.operation;

import static org.heyi.platform.shared.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the tables of no room and the database itself say. Jobs run by the machine's time, which
/// the database tells; events are dated by the application's clock.
@Repository
class InfrastructureStore {

  /// @param failed of them, how many a listener has refused
  record Outbox(long incomplete, long failed, Duration oldest) {}

  private final JdbcClient jdbc;

  InfrastructureStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long databaseBytes() {
    return jdbc.sql("select pg_database_size(current_database())").query(Long.class).single();
  }

  Duration databaseUp() {
    return jdbc.sql("select extract(epoch from now() - pg_postmaster_start_time()) as up")
        .query((row, _) -> Duration.ofSeconds(row.getLong("up")))
        .single();
  }

  String databaseVersion() {
    return jdbc.sql("show server_version").query(String.class).single();
  }

  List<JobView> jobs() {
    return jdbc.sql(
            """
            select task_name, extract(epoch from execution_time - now()) as next,
                   case when picked then picked_by end as node,
                   extract(epoch from now() - last_success) as success,
                   extract(epoch from now() - last_failure) as failure,
                   coalesce(consecutive_failures, 0) as failures
              from infra.scheduled_tasks order by task_name, task_instance
            """)
        .query((row, _) ->
            new JobView(
                row.getString("task_name"),
                Duration.ofSeconds(row.getLong("next")),
                Objects.requireNonNullElse(row.getString("node"), ""),
                seconds(row, "success"),
                seconds(row, "failure"),
                row.getInt("failures")))
        .list();
  }

  private static @Nullable Duration seconds(ResultSet row, String column) throws SQLException {
    var value = row.getLong(column);
    return row.wasNull() ? null : Duration.ofSeconds(value);
  }

  Outbox outbox(Instant now) {
    return jdbc.sql(
            """
            select count(*) as incomplete, count(*) filter (where status = 'FAILED') as failed,
                   coalesce(extract(epoch from :now - min(publication_date)), 0) as oldest
              from infra.event_publication where completion_date is null
            """)
        .param("now", utc(now))
        .query((row, _) ->
            new Outbox(
                row.getLong("incomplete"),
                row.getLong("failed"),
                Duration.ofSeconds(Math.max(0, row.getLong("oldest")))))
        .single();
  }
}
