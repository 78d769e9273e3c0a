package org.heyi.platform.work;

import static org.heyi.platform.shared.Moments.utc;

import java.time.Instant;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Page;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// SQL of the items that others than their owners look after.
@Repository
class SupervisionStore {

  /// The institutions that `viewer` reaches with `scope` today.
  record Reached(InstitutionId viewer, Scope scope) {}

  private static final String REACHED =
      """
       from work.item i
       join access.card_within w on w.institution = i.owner_institution
      where i.closed_at is null and w.viewer = :viewer and w.scope = :scope
      """;

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

  boolean reaches(Reached reached, InstitutionId institution) {
    return reached(
            jdbc.sql(
                """
                select exists (select from access.card_within
                  where viewer = :viewer and scope = :scope and institution = :institution)
                """),
            reached)
        .param("institution", institution.value())
        .query(Boolean.class)
        .single();
  }

  Set<InstitutionId> institutions(Reached reached) {
    return reached(
            jdbc.sql(
                "select institution from access.card_within where viewer = :viewer and scope = :scope"),
            reached)
        .query((row, _) -> new InstitutionId(row.getString(1)))
        .set();
  }

  Page<WorkItem> overdue(Instant now, Reached reached, PageQuery page) {
    return page(
        REACHED + " and i.due_at < :now", it -> reached(it, reached).param("now", utc(now)), page);
  }

  Page<WorkItem> unowned(Reached reached, PageQuery page) {
    return page(UNOWNED, it -> reached(it, reached), page);
  }

  private Page<WorkItem> page(
      String conditions, UnaryOperator<StatementSpec> params, PageQuery page) {
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
            .param("limit", page.size())
            .param("offset", page.offset())
            .query((row, _) -> WorkRows.item(row))
            .list();
    return new Page<>(rows, total, page);
  }

  private static StatementSpec reached(StatementSpec sql, Reached reached) {
    return sql.param("viewer", reached.viewer().value()).param("scope", reached.scope().name());
  }
}
