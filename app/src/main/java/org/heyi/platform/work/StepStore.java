package org.heyi.platform.work;

import static org.heyi.platform.shared.Moments.instant;
import static org.heyi.platform.shared.Moments.utc;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Subject;
import org.heyi.platform.work.WorkStep.What;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// SQL of what happened to items, and of the names of those it was given to.
@Repository
class StepStore {

  private final JdbcClient jdbc;

  StepStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(
      WorkItemId item,
      Subject subject,
      What what,
      String kind,
      @Nullable WorkOwner from,
      @Nullable WorkOwner to,
      Doer by,
      Instant at) {
    jdbc.sql(
            """
            insert into work.step (id, item, subject_kind, subject_id, step, at, account, actor,
              acting_for, kind, from_institution, from_duty, to_institution, to_duty)
            values (:id, :item, :subjectKind, :subjectId, :step, :at, :account, :actor, :actingFor,
              :kind, :fromInstitution, :fromDuty, :toInstitution, :toDuty)
            """)
        .param("id", UuidCreator.getTimeOrderedEpochPlus1())
        .param("item", item.value())
        .param("subjectKind", subject.kind())
        .param("subjectId", subject.id())
        .param("step", what.name())
        .param("at", utc(at))
        .param("account", by.account())
        .param("actor", by.name())
        .param("actingFor", by.actingFor())
        .param("kind", kind)
        .param("fromInstitution", from == null ? null : from.institution().value())
        .param("fromDuty", from == null ? null : from.duty())
        .param("toInstitution", to == null ? null : to.institution().value())
        .param("toDuty", to == null ? null : to.duty())
        .update();
  }

  /// @param to the name of who has it now, or null
  void addHandOver(WorkItem item, @Nullable String to, Doer by, Instant at) {
    jdbc.sql(
            """
            insert into work.step (id, item, subject_kind, subject_id, step, at, account, actor,
              kind, from_name, to_name)
            values (:id, :item, :subjectKind, :subjectId, 'HANDED_OVER', :at, :account, :actor,
              :kind, :from, :to)
            """)
        .param("id", UuidCreator.getTimeOrderedEpochPlus1())
        .param("item", item.id().value())
        .param("subjectKind", item.subject().kind())
        .param("subjectId", item.subject().id())
        .param("at", utc(at))
        .param("account", by.account())
        .param("actor", by.name())
        .param("kind", item.kind())
        .param("from", item.assigneeName())
        .param("to", to)
        .update();
  }

  List<WorkStep> of(Subject subject) {
    return jdbc.sql(
            """
            select step, at, account, actor, acting_for, kind, from_institution, from_duty, to_institution,
                   to_duty, from_name, to_name
              from work.step
             where subject_kind = :kind and subject_id = :id
             order by at, id
            """)
        .param("kind", subject.kind())
        .param("id", subject.id())
        .query((row, _) -> step(row))
        .list();
  }

  String nameOf(AccountId account) {
    return jdbc.sql("select coalesce(max(name), '') from access.card_post where account = :account")
        .param("account", account.value())
        .query(String.class)
        .single();
  }

  private static WorkStep step(ResultSet row) throws SQLException {
    var account = row.getObject("account", UUID.class);
    return new WorkStep(
        What.valueOf(row.getString("step")),
        instant(row, "at"),
        account == null ? null : new AccountId(account),
        row.getString("actor"),
        row.getString("acting_for"),
        row.getString("kind"),
        owner(row.getString("from_institution"), row.getString("from_duty")),
        owner(row.getString("to_institution"), row.getString("to_duty")),
        row.getString("from_name"),
        row.getString("to_name"));
  }

  private static @Nullable WorkOwner owner(@Nullable String institution, @Nullable String duty) {
    return institution == null || duty == null
        ? null
        : WorkOwner.of(new InstitutionId(institution), duty);
  }
}
