package org.heyi.platform.work;

import static org.heyi.platform.shared.Moments.utc;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// SQL of the clocks: marks rows whose time has come and gives what was marked.
@Repository
class ClockStore {

  private final JdbcClient jdbc;

  ClockStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What is overdue already is escalated, not reminded.
  List<WorkEvent.Reminded> remind(Instant now, int most) {
    return jdbc
        .sql(
            """
            update work.item i set reminded_at = :now
             where i.id in (
               select id from work.item
                where closed_at is null and reminded_at is null and escalated_at is null
                  and remind_at <= :now and due_at > :now
                order by remind_at limit :most for update skip locked)
            returning
            """
                + WorkRows.COLUMNS)
        .param("now", utc(now))
        .param("most", most)
        .param("today", WorkRows.day(now))
        .query((row, _) -> WorkRows.item(row))
        .list()
        .stream()
        .map(it ->
            new WorkEvent.Reminded(
                it.id(),
                it.subject(),
                it.kind(),
                it.title(),
                it.path(),
                it.owner(),
                it.urgency(),
                it.due(),
                now))
        .toList();
  }

  List<WorkEvent.Escalated> escalate(Instant now, int most) {
    return jdbc
        .sql(
            """
            update work.item i set escalated_at = :now
             where i.id in (
               select id from work.item
                where closed_at is null and escalated_at is null and due_at <= :now
                order by due_at limit :most for update skip locked)
            returning
            """
                + WorkRows.COLUMNS)
        .param("now", utc(now))
        .param("most", most)
        .param("today", WorkRows.day(now))
        .query((row, _) -> WorkRows.item(row))
        .list()
        .stream()
        .map(it ->
            new WorkEvent.Escalated(
                it.id(),
                it.subject(),
                it.kind(),
                it.title(),
                it.path(),
                it.owner(),
                it.urgency(),
                it.due(),
                now))
        .toList();
  }
}
