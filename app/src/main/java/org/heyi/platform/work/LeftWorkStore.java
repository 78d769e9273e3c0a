package org.heyi.platform.work;

import static org.heyi.platform.shared.Moments.utc;

import java.time.Instant;
import java.util.List;
import org.heyi.platform.access.leaving.Belongings.Open;
import org.heyi.platform.access.leaving.DutyAt;
import org.heyi.platform.access.leaving.Leaver;
import org.heyi.platform.access.leaving.Successor;
import org.heyi.platform.shared.InstitutionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// SQL of the items that somebody who leaves has.
@Repository
class LeftWorkStore {

  private static final String LEFT =
      """
       from work.item i
      where i.closed_at is null and i.assignee = :account
        and (:at = '' or i.owner_institution = :at)
        and i.owner_institution || ' ' || i.owner_duty <> all (:kept)
      """;

  private final JdbcClient jdbc;

  LeftWorkStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Open> count(Leaver leaver) {
    return left(
            "select i.owner_institution, i.owner_duty, i.kind, count(*) as count"
                + LEFT
                + " group by i.owner_institution, i.owner_duty, i.kind order by 1, 2, 3",
            leaver)
        .query((row, _) ->
            new Open(
                new DutyAt(
                    InstitutionId.of(row.getString("owner_institution")),
                    row.getString("owner_duty")),
                row.getString("kind"),
                row.getLong("count")))
        .list();
  }

  List<WorkItem> lock(Leaver leaver, Instant now) {
    return left("select " + WorkRows.COLUMNS + LEFT + " order by i.id for update of i", leaver)
        .param("today", WorkRows.day(now))
        .query((row, _) -> WorkRows.item(row))
        .list();
  }

  private StatementSpec left(String sql, Leaver leaver) {
    return jdbc.sql(sql)
        .param("account", leaver.account().value())
        .param("at", leaver.where())
        .param("kept", leaver.kept());
  }

  /// Whoever has it now is reminded, also where the one before them was.
  void give(WorkItemId id, @Nullable Successor to, Instant now) {
    jdbc.sql(
            """
            update work.item set assignee = :to, assignee_name = :name, claimed_at = null,
              reminded_at = case when due_at > :now then null else reminded_at end,
              version = version + 1
             where id = :id
            """)
        .param("to", to == null ? null : to.account().value())
        .param("name", to == null ? null : to.name())
        .param("now", utc(now))
        .param("id", id.value())
        .update();
  }
}
