package org.heyi.platform.work;

import static org.heyi.platform.shared.Moments.instantOrNull;
import static org.heyi.platform.shared.Moments.utc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts all open items of the installation, whoever owns them.
@Repository
class FigureStore {

  /// What the clocks have not come to: how many reminders and escalations are due, and how long the
  /// first of them has been.
  record Behind(long due, Duration lag) {}

  private final JdbcClient jdbc;

  FigureStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<WorkCount> byKind(Instant now) {
    return jdbc.sql(
            """
            select kind, count(*) as count, count(*) filter (where due_at < :now) as late
              from work.item where closed_at is null group by kind order by count(*) desc, kind
            """)
        .param("now", utc(now))
        .query((row, _) ->
            new WorkCount(row.getString("kind"), row.getLong("count"), row.getLong("late")))
        .list();
  }

  /// The same conditions as those by which the clocks find their items, see [ClockStore].
  Behind behind(Instant now) {
    return jdbc.sql(
            """
            select count(*) as due, min(since) as since
              from (select remind_at as since from work.item
                     where closed_at is null and reminded_at is null and escalated_at is null
                       and remind_at <= :now and due_at > :now
                    union all
                    select due_at from work.item
                     where closed_at is null and escalated_at is null and due_at <= :now) as waiting
            """)
        .param("now", utc(now))
        .query((row, _) -> {
          var since = instantOrNull(row, "since");
          return new Behind(
              row.getLong("due"), since == null ? Duration.ZERO : Duration.between(since, now));
        })
        .single();
  }
}
