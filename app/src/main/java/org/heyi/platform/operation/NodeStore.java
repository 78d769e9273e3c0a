package org.heyi.platform.operation;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of nodes. All times are the database's.
@Repository
class NodeStore {

  private final JdbcClient jdbc;

  NodeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void seen(UUID id, String host, long pid, String version) {
    jdbc.sql(
            """
            insert into operation.node (id, host, pid, version, started_at, seen_at)
            values (:id, :host, :pid, :version, now(), now())
            on conflict on constraint node_pk do update set seen_at = now()
            """)
        .param("id", id)
        .param("host", host)
        .param("pid", pid)
        .param("version", version)
        .update();
  }

  void remove(UUID id) {
    jdbc.sql("delete from operation.node where id = :id").param("id", id).update();
  }

  void forget(Duration silentFor) {
    jdbc.sql("delete from operation.node where seen_at < now() - make_interval(secs => :silent)")
        .param("silent", silentFor.toSeconds())
        .update();
  }

  /// Those heard lately first.
  List<NodeView> all(Duration silent) {
    return jdbc.sql(
            """
            select host, pid, version, extract(epoch from now() - started_at) as up,
                   extract(epoch from now() - seen_at) as silent
              from operation.node order by seen_at desc, id
            """)
        .query((row, _) -> {
          var since = Duration.ofSeconds(row.getLong("silent"));
          return new NodeView(
              row.getString("host"),
              row.getLong("pid"),
              row.getString("version"),
              Duration.ofSeconds(row.getLong("up")),
              since,
              since.compareTo(silent) <= 0);
        })
        .list();
  }
}
