package org.heyi.platform.work;

import static org.heyi.platform.shared.Moments.utc;
import static org.heyi.platform.work.WorkProblem.ALREADY_OPEN;
import static org.heyi.platform.work.WorkProblem.NOT_OPEN;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.heyi.platform.shared.Page;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.heyi.platform.work.WorkStep.What;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// SQL of the items. Every change is guarded by what was read: of two at once, one changes no row.
@Repository
class WorkStore {

  private static final String MINE_TO_SEE =
      """
       from work.item i
      where i.closed_at is null and i.owner_institution = :institution and i.owner_duty in (:duties)
      """;

  /// One's own, and that of whom one stands in for.
  private static final String MINE = "(i.assignee = :account or " + WorkRows.DEPUTISED + ")";

  private static final String WAITING = " and (i.assignee is null or " + MINE + ")";

  private final JdbcClient jdbc;
  private final StepStore steps;

  WorkStore(JdbcClient jdbc, StepStore steps) {
    this.jdbc = jdbc;
    this.steps = steps;
  }

  WorkEvent.Opened add(OpenWork item, Doer by, Instant now) {
    var id = WorkItemId.next();
    int rows =
        values(
                jdbc.sql(
                    """
                    insert into work.item (id, subject_kind, subject_id, kind, title, path,
                      owner_institution, owner_duty, assignee, assignee_name, urgency, remind_at,
                      due_at, opened_at, opened_by)
                    values (:id, :subjectKind, :subjectId, :kind, :title, :path, :institution,
                      :duty, :assignee, :assigneeName, :urgency, :remindAt, :due, :now, :by)
                    on conflict (subject_kind, subject_id, kind) where closed_at is null do nothing
                    """),
                item)
            .param("id", id.value())
            .param("subjectKind", item.subject().kind())
            .param("subjectId", item.subject().id())
            .param("now", utc(now))
            .param("by", by.account())
            .update();
    if (rows == 0) {
      throw ALREADY_OPEN.with();
    }
    steps.add(id, item.subject(), What.OPENED, item.kind(), null, item.owner(), by, now);
    return new WorkEvent.Opened(
        id,
        item.subject(),
        item.kind(),
        item.title(),
        item.path(),
        item.owner(),
        item.urgency(),
        item.due(),
        now);
  }

  WorkEvent.Passed pass(WorkItem item, OpenWork next, Doer by, Instant now) {
    int rows =
        values(
                jdbc.sql(
                    """
                    update work.item set kind = :kind, title = :title, path = :path,
                      owner_institution = :institution, owner_duty = :duty, assignee = :assignee,
                      assignee_name = :assigneeName, claimed_at = null, urgency = :urgency,
                      remind_at = :remindAt, due_at = :due, reminded_at = null,
                      escalated_at = null, version = version + 1
                     where id = :id and closed_at is null and kind = :fromKind
                    """),
                next)
            .param("id", item.id().value())
            .param("fromKind", item.kind())
            .update();
    changed(rows);
    steps.add(
        item.id(),
        item.subject(),
        What.PASSED,
        next.kind(),
        item.owner(),
        next.owner(),
        by.doing(item),
        now);
    return new WorkEvent.Passed(
        item.id(),
        item.subject(),
        next.kind(),
        next.title(),
        next.path(),
        next.owner(),
        next.urgency(),
        next.due(),
        now);
  }

  private StatementSpec values(StatementSpec sql, OpenWork item) {
    var assignee = item.owner().assignee();
    return sql.param("kind", item.kind())
        .param("title", item.title())
        .param("path", item.path())
        .param("institution", item.owner().institution().value())
        .param("duty", item.owner().duty())
        .param("assignee", assignee == null ? null : assignee.value())
        .param("assigneeName", assignee == null ? null : steps.nameOf(assignee))
        .param("urgency", item.urgency())
        .param("remindAt", utc(item.remindAt()))
        .param("due", utc(item.due()));
  }

  boolean claim(WorkItem item, Staff by, Instant now) {
    int rows =
        jdbc.sql(
                """
                update work.item set assignee = :account, assignee_name = :name, claimed_at = :now,
                  version = version + 1
                 where id = :id and closed_at is null and kind = :kind
                   and (assignee is null or (assignee = :account and claimed_at is null))
                """)
            .param("account", by.account().value())
            .param("name", by.name())
            .param("now", utc(now))
            .param("id", item.id().value())
            .param("kind", item.kind())
            .update();
    if (rows == 1) {
      var doer = Doer.of(by);
      steps.add(item.id(), item.subject(), What.CLAIMED, item.kind(), null, null, doer, now);
    }
    return rows == 1;
  }

  boolean release(WorkItem item, Staff by, Instant now) {
    var assignee = item.owner().assignee();
    int rows =
        jdbc.sql(
                """
                update work.item set assignee = null, assignee_name = null, claimed_at = null,
                  version = version + 1
                 where id = :id and closed_at is null and assignee = :assignee
                """)
            .param("id", item.id().value())
            .param("assignee", assignee == null ? null : assignee.value())
            .update();
    if (rows == 1) {
      var doer = Doer.of(by).doing(item);
      steps.add(item.id(), item.subject(), What.RELEASED, item.kind(), null, null, doer, now);
    }
    return rows == 1;
  }

  void redate(WorkItem item, Instant remindAt, Instant due, Doer by, Instant now) {
    int rows =
        jdbc.sql(
                """
                update work.item set remind_at = :remindAt, due_at = :due,
                  reminded_at = case when :remindAt > :now then null else reminded_at end,
                  escalated_at = case when :due > :now then null else escalated_at end,
                  version = version + 1
                 where id = :id and closed_at is null
                """)
            .param("remindAt", utc(remindAt))
            .param("due", utc(due))
            .param("now", utc(now))
            .param("id", item.id().value())
            .update();
    changed(rows);
    steps.add(
        item.id(), item.subject(), What.REDATED, item.kind(), null, null, by.doing(item), now);
  }

  void close(WorkItem item, Doer by, Instant now) {
    int rows =
        jdbc.sql(
                """
                update work.item set closed_at = :now, closed_by = :by, version = version + 1
                 where id = :id and closed_at is null and kind = :kind
                """)
            .param("now", utc(now))
            .param("by", by.account())
            .param("id", item.id().value())
            .param("kind", item.kind())
            .update();
    changed(rows);
    steps.add(
        item.id(),
        item.subject(),
        What.CLOSED,
        item.kind(),
        item.owner(),
        null,
        by.doing(item),
        now);
  }

  private static void changed(int rows) {
    if (rows == 0) {
      throw NOT_OPEN.with();
    }
  }

  Optional<WorkItem> find(Subject subject, String kind, Instant now) {
    return jdbc.sql(
            "select "
                + WorkRows.COLUMNS
                + """
                 from work.item i
                where subject_kind = :subjectKind and subject_id = :subjectId and kind = :kind
                  and closed_at is null
                """)
        .param("subjectKind", subject.kind())
        .param("subjectId", subject.id())
        .param("kind", kind)
        .param("today", WorkRows.day(now))
        .query((row, _) -> WorkRows.item(row))
        .optional();
  }

  Optional<WorkItem> find(WorkItemId id, Instant now) {
    return jdbc.sql(
            "select " + WorkRows.COLUMNS + " from work.item i where id = :id and closed_at is null")
        .param("id", id.value())
        .param("today", WorkRows.day(now))
        .query((row, _) -> WorkRows.item(row))
        .optional();
  }

  Page<WorkItem> inbox(WorkQuery query, Instant now, PageQuery page, Staff by) {
    if (by.duties().isEmpty()) {
      return new Page<>(List.of(), 0, page);
    }
    var conditions =
        MINE_TO_SEE
            + switch (query.whose()) {
              case WAITING -> WAITING;
              case MINE -> " and " + MINE;
              case FREE -> " and i.assignee is null";
              case ALL -> "";
            }
            + """
             and (:kind = '' or i.kind = :kind)
             and (cast(:urgency as int) is null or i.urgency = :urgency)
             and (not :overdue or i.due_at < :now)
            """;
    var total = narrow(jdbc.sql("select count(*)" + conditions), query, now, by);
    var rows =
        narrow(
            jdbc.sql(
                "select "
                    + WorkRows.COLUMNS
                    + conditions
                    + WorkRows.order(page)
                    + " limit :limit offset :offset"),
            query,
            now,
            by);
    return new Page<>(
        rows.param("limit", page.size())
            .param("offset", page.offset())
            .query((row, _) -> WorkRows.item(row))
            .list(),
        total.query(Long.class).single(),
        page);
  }

  private static StatementSpec narrow(StatementSpec sql, WorkQuery query, Instant now, Staff by) {
    @Nullable Integer urgency = query.urgency();
    return reader(sql, by)
        .param("account", by.account().value())
        .param("kind", query.kind())
        .param("urgency", urgency)
        .param("overdue", query.overdue())
        .param("today", WorkRows.day(now))
        .param("now", utc(now));
  }

  List<WorkCount> counts(Instant now, Staff by) {
    if (by.duties().isEmpty()) {
      return List.of();
    }
    return reader(
            jdbc.sql(
                "select i.kind, count(*) as count, count(*) filter (where i.due_at < :now) as late"
                    + MINE_TO_SEE
                    + WAITING
                    + " group by i.kind order by min(i.urgency), i.kind"),
            by)
        .param("account", by.account().value())
        .param("today", WorkRows.day(now))
        .param("now", utc(now))
        .query((row, _) ->
            new WorkCount(row.getString("kind"), row.getLong("count"), row.getLong("late")))
        .list();
  }

  long waiting(Instant now, Staff by) {
    if (by.duties().isEmpty()) {
      return 0;
    }
    return reader(jdbc.sql("select count(*)" + MINE_TO_SEE + WAITING), by)
        .param("account", by.account().value())
        .param("today", WorkRows.day(now))
        .query(Long.class)
        .single();
  }

  private static StatementSpec reader(StatementSpec sql, Staff by) {
    return sql.param("institution", by.institution().value()).param("duties", by.duties().keySet());
  }
}
