package org.heyi.steering.community.finding;

import static org.heyi.platform.shared.Moments.instant;
import static org.heyi.platform.shared.Moments.instantOrNull;
import static org.heyi.platform.shared.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.Period;
import org.heyi.platform.shared.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL of exemptions.
@Repository
class ExemptionStore {

  private static final String ALL =
      """
      select e.*, coalesce(p.name, '') as by_name, coalesce(w.name, '') as withdrawn_by_name
        from community.exemption e
        left join access.card_post p on p.post = e.post
        left join access.card_post w on w.post = e.withdrawn_post
      """;

  private final JdbcClient jdbc;

  ExemptionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// False when there is a live one already.
  boolean add(ExemptionId id, Finding it, String reason, Period period, Instant now, Staff by) {
    return jdbc.sql(
                """
                insert into community.exemption
                  (id, area, rule, target, expected, found, reason, since, until, at, account, post)
                values (:id, :area, :rule, :target, :expected, :found, :reason, :since, :until, :at,
                        :account, :post)
                on conflict do nothing
                """)
            .param("id", id.value())
            .param("area", it.target().area().value())
            .param("rule", it.rule().name())
            .param("target", it.target().id())
            .param("expected", it.expected())
            .param("found", it.found())
            .param("reason", reason)
            .param("since", period.from())
            .param("until", period.until(), java.sql.Types.DATE)
            .param("at", utc(now))
            .param("account", by.account().value())
            .param("post", by.post().value())
            .update()
        == 1;
  }

  /// False when somebody withdrew it before.
  boolean withdraw(ExemptionId id, Instant now, Staff by) {
    return jdbc.sql(
                """
                update community.exemption
                   set withdrawn_at = :now, withdrawn_account = :account, withdrawn_post = :post
                 where id = :id and withdrawn_at is null
                """)
            .param("id", id.value())
            .param("now", utc(now))
            .param("account", by.account().value())
            .param("post", by.post().value())
            .update()
        == 1;
  }

  Optional<Exemption> find(ExemptionId id) {
    return jdbc.sql(ALL + " where e.id = :id")
        .param("id", id.value())
        .query((row, _) -> exemption(row))
        .optional();
  }

  List<Exemption> live(AreaId area, LocalDate on) {
    return jdbc.sql(
            ALL
                + """
                 where e.area = :area and e.withdrawn_at is null
                   and e.since <= :on and (e.until is null or e.until > :on)
                """)
        .param("area", area.value())
        .param("on", on)
        .query((row, _) -> exemption(row))
        .list();
  }

  /// Of one rule and target, newest first, whatever was found.
  List<Exemption> history(AreaId area, StructureRule rule, String target) {
    return jdbc.sql(
            ALL
                + """
                 where e.area = :area and e.rule = :rule and e.target = :target
                 order by e.at desc, e.id
                """)
        .param("area", area.value())
        .param("rule", rule.name())
        .param("target", target)
        .query((row, _) -> exemption(row))
        .list();
  }

  private static Exemption exemption(ResultSet row) throws SQLException {
    return new Exemption(
        new ExemptionId(row.getObject("id", UUID.class)),
        AreaId.of(row.getString("area")),
        StructureRule.valueOf(row.getString("rule")),
        row.getString("target"),
        row.getString("expected"),
        row.getString("found"),
        row.getString("reason"),
        new Period(
            row.getObject("since", LocalDate.class), row.getObject("until", LocalDate.class)),
        instant(row, "at"),
        row.getString("by_name"),
        instantOrNull(row, "withdrawn_at"),
        row.getString("withdrawn_by_name"));
  }
}
