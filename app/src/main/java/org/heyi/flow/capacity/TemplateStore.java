package org.heyi.flow.capacity;

import static org.heyi.platform.shared.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Staff;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL on weekly templates.
@Repository
class TemplateStore {

  private final JdbcClient jdbc;

  TemplateStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(TemplateId id, PlanTemplate plan, Staff by, Instant now) {
    try {
      insert(id, plan, by, now);
    } catch (DuplicateKeyException twice) {
      throw CapacityProblem.TEMPLATE_EXISTS.with(plan.practitioner());
    }
    plan.segments().forEach(it -> insert(id, it));
  }

  private void insert(TemplateId id, PlanTemplate plan, Staff by, Instant now) {
    var account = plan.account();
    jdbc.sql(
            """
            insert into capacity.template (id, hospital, department, practitioner,
                   practitioner_account, weekday, session, class, place, extra_limit, made_at,
                   made_by)
            values (:id, :hospital, :department, :practitioner, :account, :weekday, :session,
                    :class, :place, :extra, :now, :by)
            """)
        .param("id", id.value())
        .param("hospital", by.institution().value())
        .param("department", plan.department())
        .param("practitioner", plan.practitioner())
        .param("account", account == null ? null : account.value(), Types.OTHER)
        .param("weekday", plan.weekday().getValue())
        .param("session", plan.session())
        .param("class", plan.slotClass())
        .param("place", plan.place())
        .param("extra", plan.extraLimit())
        .param("now", utc(now))
        .param("by", by.account().value())
        .update();
  }

  private void insert(TemplateId id, PlanTemplate.Segment segment) {
    jdbc.sql(
            """
            insert into capacity.template_segment (template, starts, ends, places, reserved)
            values (:template, :starts, :ends, :places, :reserved)
            """)
        .param("template", id.value())
        .param("starts", segment.start())
        .param("ends", segment.end())
        .param("places", segment.places())
        .param("reserved", segment.reserved())
        .update();
  }

  /// True when it was in use at that hospital until now.
  boolean retire(TemplateId id, InstitutionId hospital, Instant now) {
    return jdbc.sql(
                """
                update capacity.template set retired_at = :now
                 where id = :id and hospital = :hospital and retired_at is null
                """)
            .param("now", utc(now))
            .param("id", id.value())
            .param("hospital", hospital.value())
            .update()
        == 1;
  }

  List<TemplateView> list(InstitutionId hospital, String department) {
    return jdbc.sql(
            """
            select t.id, t.department, coalesce(d.name, t.department) as department_name,
                   t.practitioner, t.practitioner_account, t.weekday, t.session, t.class, t.place,
                   t.extra_limit, min(g.starts) as starts, max(g.ends) as ends,
                   count(*) as segments, sum(g.places) as places, sum(g.reserved) as reserved
              from capacity.template t
              join capacity.template_segment g on g.template = t.id
              left join directory.card_department d
                on d.institution = t.hospital and d.code = t.department
             where t.hospital = :hospital and t.retired_at is null
               and (:department = '' or t.department = :department)
             group by t.id, d.name
             order by t.department, t.weekday, min(g.starts), t.practitioner
            """)
        .param("hospital", hospital.value())
        .param("department", department)
        .query((row, _) -> view(row))
        .list();
  }

  List<PlanTemplate.Segment> segments(TemplateId id) {
    return jdbc.sql(
            """
            select starts, ends, places, reserved from capacity.template_segment
             where template = :template order by starts
            """)
        .param("template", id.value())
        .query((row, _) ->
            new PlanTemplate.Segment(
                row.getObject("starts", LocalTime.class),
                row.getObject("ends", LocalTime.class),
                row.getInt("places"),
                row.getInt("reserved")))
        .list();
  }

  private static TemplateView view(ResultSet row) throws SQLException {
    var account = row.getObject("practitioner_account", UUID.class);
    return new TemplateView(
        new TemplateId(row.getObject("id", UUID.class)),
        row.getString("department"),
        row.getString("department_name"),
        row.getString("practitioner"),
        account == null ? null : new AccountId(account),
        DayOfWeek.of(row.getInt("weekday")),
        row.getString("session"),
        row.getString("class"),
        row.getString("place"),
        row.getInt("extra_limit"),
        row.getObject("starts", LocalTime.class),
        row.getObject("ends", LocalTime.class),
        row.getInt("segments"),
        row.getInt("places"),
        row.getInt("reserved"));
  }
}
