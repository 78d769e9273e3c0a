package org.heyi.platform.access.emergency;

import static org.heyi.platform.shared.Moments.instant;
import static org.heyi.platform.shared.Moments.instantOrNull;
import static org.heyi.platform.shared.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Page;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Scope;
import org.heyi.platform.shared.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL of emergency access.
@Repository
class EmergencyStore {

  private static final String SEEN =
      """
       from access.emergency e
       join access.account a on a.id = e.account
       join access.post p on p.id = e.post
       left join access.account r on r.id = e.reviewed_by
      where e.institution in (
              select institution from access.card_within where viewer = :viewer and scope = :scope)
        and (:open = (e.reviewed_at is null) or not :open)
      """;

  private static final Map<String, String> SORTS =
      Map.of("at", "e.at", "name", "a.name", "place", "e.institution", "verdict", "e.verdict");

  private final JdbcClient jdbc;

  EmergencyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(
      EmergencyId id, ResidentId resident, String reason, Instant now, Instant until, Staff by) {
    jdbc.sql(
            """
            insert into access.emergency
              (id, resident, account, post, institution, reason, at, until)
            values (:id, :resident, :account, :post, :institution, :reason, :at, :until)
            """)
        .param("id", id.value())
        .param("resident", resident.value())
        .param("account", by.account().value())
        .param("post", by.post().value())
        .param("institution", by.institution().value())
        .param("reason", reason)
        .param("at", utc(now))
        .param("until", utc(until))
        .update();
  }

  Page<EmergencyView> list(boolean onlyOpen, PageQuery page, Staff by, Scope scope) {
    var filters =
        Map.of(
            "viewer", by.institution().value(), "scope", scope.name(), "open", (Object) onlyOpen);
    long total = jdbc.sql("select count(*)" + SEEN).params(filters).query(Long.class).single();
    var rows =
        jdbc.sql(
                "select e.*, a.name, p.role, coalesce(r.name, '') as reviewer"
                    + SEEN
                    + page.orderBy(SORTS, "e.at desc, e.id")
                    + " limit :size offset :offset")
            .params(filters)
            .param("size", page.size())
            .param("offset", page.offset())
            .query((row, _) -> view(row))
            .list();
    return new Page<>(rows, total, page);
  }

  long open(Staff by, Scope scope) {
    return jdbc.sql("select count(*)" + SEEN)
        .param("viewer", by.institution().value())
        .param("scope", scope.name())
        .param("open", true)
        .query(Long.class)
        .single();
  }

  boolean sees(EmergencyId id, Staff by, Scope scope) {
    return jdbc.sql("select exists (select" + SEEN + " and e.id = :id)")
        .param("viewer", by.institution().value())
        .param("scope", scope.name())
        .param("open", false)
        .param("id", id.value())
        .query(Boolean.class)
        .single();
  }

  /// False when somebody reviewed it before.
  boolean review(EmergencyId id, Verdict verdict, String note, Instant now, Staff by) {
    return jdbc.sql(
                """
                update access.emergency
                   set verdict = :verdict, note = :note, reviewed_at = :now, reviewed_by = :by
                 where id = :id and reviewed_at is null
                """)
            .param("id", id.value())
            .param("verdict", verdict.name())
            .param("note", note)
            .param("now", utc(now))
            .param("by", by.account().value())
            .update()
        == 1;
  }

  private static EmergencyView view(ResultSet row) throws SQLException {
    var verdict = row.getString("verdict");
    return new EmergencyView(
        new EmergencyId(row.getObject("id", UUID.class)),
        new ResidentId(row.getObject("resident", UUID.class)),
        row.getString("name"),
        row.getString("role"),
        InstitutionId.of(row.getString("institution")),
        row.getString("institution"),
        row.getString("reason"),
        instant(row, "at"),
        instant(row, "until"),
        verdict == null ? null : Verdict.valueOf(verdict),
        instantOrNull(row, "reviewed_at"),
        row.getString("reviewer"),
        row.getString("note"));
  }
}
