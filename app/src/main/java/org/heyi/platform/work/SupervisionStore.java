package org.heyi.platform.work;

import static org.heyi.platform.shared.Moments.utc;

import java.time.Instant;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Page;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.work.WorkSubjects.Within;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// SQL of the items that others than their owners look after.
@Repository
class SupervisionStore {

  private static final String REACHED =
      """
       from work.item i
       join access.card_within w on w.institution = i.owner_institution
      where i.closed_at is null and w.viewer = :viewer and w.scope = :scope
      """;

  private static final String OVERDUE = " and i.due_at < :now";

  private static final String UNOWNED =
      REACHED
          + """
           and not exists (
             select from access.card_duty_holder h
              where h.institution = i.owner_institution and h.duty = i.owner_duty
                and (i.assignee is null or h.account = i.assignee))
          """;

  private final JdbcClient jdbc;

  SupervisionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Those of `institutions` that lie within.
  Set<InstitutionId> reached(Within within, Set<InstitutionId> institutions) {
    return reached(
            jdbc.sql(
                """
                select institution from access.card_within
                 where viewer = :viewer and scope = :scope and institution in (:institutions)
                """),
            within)
        .param("institutions", institutions.stream().map(InstitutionId::value).toList())
        .query((row, _) -> new InstitutionId(row.getString("institution")))
        .set();
  }

  long countOverdue(Instant now, Within within) {
    return reached(jdbc.sql("select count(*)" + REACHED + OVERDUE), within)
        .param("now", utc(now))
        .query(Long.class)
        .single();
  }

  long countUnowned(Within within) {
    return reached(jdbc.sql("select count(*)" + UNOWNED), within).query(Long.class).single();
  }

  Page<WorkItem> overdue(Instant now, Within within, PageQuery page) {
    return page(REACHED + OVERDUE, now, it -> reached(it, within).param("now", utc(now)), page);
  }

  Page<WorkItem> unowned(Instant now, Within within, PageQuery page) {
    return page(UNOWNED, now, it -> reached(it, within), page);
  }

  private Page<WorkItem> page(
      String conditions, Instant now, UnaryOperator<StatementSpec> params, PageQuery page) {
    var total = params.apply(jdbc.sql("select count(*)" + conditions)).query(Long.class).single();
    var rows =
        params
            .apply(
                jdbc.sql(
                    "select "
                        + WorkRows.COLUMNS
                        + conditions
                        + WorkRows.order(page)
                        + " limit :limit offset :offset"))
            .param("today", WorkRows.day(now))
            .param("limit", page.size())
            .param("offset", page.offset())
            .query((row, _) -> WorkRows.item(row))
            .list();
    return new Page<>(rows, total, page);
  }

  private static StatementSpec reached(StatementSpec sql, Within within) {
    return sql.param("viewer", within.viewer().value()).param("scope", within.scope().name());
  }
}
