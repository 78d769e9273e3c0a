package org.heyi.flow.capacity;

import static org.heyi.platform.shared.Moments.instant;
import static org.heyi.platform.shared.Moments.utcOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Page;
import org.heyi.platform.shared.PageQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Single slots, each with the state that the caller may know.
@Repository
class SlotListStore {

  /// Who asks: those who see the hospital's clinics know the state of each slot, others what they
  /// may take.
  record Asker(AccountId account, boolean insider, SlotRules.Window window) {}

  private static final String SLOTS =
      """
      (select s.id, s.clinic, c.hospital, c.department,
              coalesce(d.name, c.department) as department_name, c.practitioner, c.class,
              s.reserved, s.starts_at, s.ends_at,
              case when not :insider then case when %s then 'free' else 'closed' end
                   when s.state = 'held' and s.held_until <= :now then 'free'
                   when s.state = 'cancelled' then 'closed'
                   else s.state end as status
         from capacity.slot s
         join capacity.clinic c on c.id = s.clinic
         left join directory.card_department d
           on d.institution = c.hospital and d.code = c.department
        where c.hospital = :hospital
          and (cast(:id as uuid) is null or s.id = :id)
          and (cast(:clinic as uuid) is null or s.clinic = :clinic)
          and (:department = '' or s.department = :department)
          and (cast(:from as timestamptz) is null or s.starts_at >= :from)
          and (cast(:until as timestamptz) is null or s.starts_at < :until)) slots
      """
          .formatted(SlotStore.TAKEABLE);
  private static final String WHERE = " where :status = '' or status = :status";

  private final JdbcClient jdbc;

  SlotListStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<InstitutionId> hospital(SlotId id) {
    return jdbc.sql("select hospital from capacity.slot where id = :id")
        .param("id", id.value())
        .query((row, _) -> InstitutionId.of(row.getString("hospital")))
        .optional();
  }

  Optional<InstitutionId> hospital(ClinicId id) {
    return jdbc.sql("select hospital from capacity.clinic where id = :id")
        .param("id", id.value())
        .query((row, _) -> InstitutionId.of(row.getString("hospital")))
        .optional();
  }

  SlotRecord view(SlotId id, InstitutionId hospital, Asker asker) {
    var query = new SlotQuery(hospital, null, "", null, null, "");
    return filtered("select * from " + SLOTS, hospital, query, asker)
        .param("id", id.value(), Types.OTHER)
        .query((row, _) -> read(row))
        .single();
  }

  Page<SlotRecord> search(InstitutionId hospital, SlotQuery query, PageQuery page, Asker asker) {
    long total =
        filtered("select count(*) from " + SLOTS + WHERE, hospital, query, asker)
            .param("id", null, Types.OTHER)
            .query(Long.class)
            .single();
    var rows =
        filtered(
                "select * from "
                    + SLOTS
                    + WHERE
                    + " order by starts_at, clinic, id limit :size offset :offset",
                hospital,
                query,
                asker)
            .param("id", null, Types.OTHER)
            .param("size", page.size())
            .param("offset", page.offset())
            .query((row, _) -> read(row))
            .list();
    return new Page<>(rows, total, page);
  }

  private JdbcClient.StatementSpec filtered(
      String sql, InstitutionId hospital, SlotQuery query, Asker asker) {
    var clinic = query.clinic();
    return SlotStore.asking(jdbc.sql(sql), asker.window(), asker.account())
        .param("insider", asker.insider())
        .param("hospital", hospital.value())
        .param("clinic", clinic == null ? null : clinic.value(), Types.OTHER)
        .param("department", query.department())
        .param("from", utcOrNull(query.from()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("until", utcOrNull(query.until()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("status", query.status());
  }

  private static SlotRecord read(ResultSet row) throws SQLException {
    return new SlotRecord(
        new SlotId(row.getObject("id", UUID.class)),
        new ClinicId(row.getObject("clinic", UUID.class)),
        InstitutionId.of(row.getString("hospital")),
        row.getString("department"),
        row.getString("department_name"),
        row.getString("practitioner"),
        row.getString("class"),
        row.getBoolean("reserved"),
        instant(row, "starts_at"),
        instant(row, "ends_at"),
        row.getString("status"));
  }
}
