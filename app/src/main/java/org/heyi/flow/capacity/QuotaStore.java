package org.heyi.flow.capacity;

import static org.heyi.platform.shared.Moments.utc;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL on a hospital's days and their reserved share. The row of a day is the lock that every
/// change of what the hospital offers on that day takes first.
@Repository
class QuotaStore {

  /// A day and a basis.
  record Key(LocalDate day, Basis basis) {}

  /// What the row said before the change.
  record Row(Key key, int offered, int reserved, @Nullable UUID reason) {}

  private final JdbcClient jdbc;

  QuotaStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Locks the days, earliest first, and waits for whoever changes one of them.
  Map<Key, Row> lock(InstitutionId hospital, Collection<LocalDate> days) {
    jdbc.sql(
            """
            insert into capacity.quota_day (hospital, day, basis)
            select :hospital, d.day, b.basis
              from unnest(string_to_array(:days, ',')::date[]) as d (day)
             cross join (values ('expert'), ('outpatient')) as b (basis)
             order by d.day, b.basis
                on conflict do nothing
            """)
        .param("hospital", hospital.value())
        .param("days", list(days))
        .update();
    var rows = new HashMap<Key, Row>();
    jdbc.sql(
            """
            select day, basis, offered, reserved, reason from capacity.quota_day
             where hospital = :hospital and day in (:days)
             order by day, basis for no key update
            """)
        .param("hospital", hospital.value())
        .param("days", days)
        .query((row, _) -> row(row))
        .list()
        .forEach(it -> rows.put(it.key(), it));
    return rows;
  }

  /// Offered and reserved of each day and basis, over slots that are not cancelled.
  List<Row> count(InstitutionId hospital, Collection<LocalDate> days) {
    return jdbc.sql(
            """
            select d.day, b.basis, null::uuid as reason,
                   count(s.id) filter (where b.basis = 'outpatient' or s.class = 'expert')
                     as offered,
                   count(s.id) filter (where s.reserved
                                         and (b.basis = 'outpatient' or s.class = 'expert'))
                     as reserved
              from unnest(string_to_array(:days, ',')::date[]) as d (day)
             cross join (values ('expert'), ('outpatient')) as b (basis)
              left join capacity.clinic c on c.hospital = :hospital and c.day = d.day
              left join capacity.slot s on s.clinic = c.id and s.state <> 'cancelled'
             group by d.day, b.basis
             order by d.day, b.basis
            """)
        .param("hospital", hospital.value())
        .param("days", list(days))
        .query((row, _) -> row(row))
        .list();
  }

  /// Writes the new figures; without a reason the table's own constraint holds the share.
  void save(InstitutionId hospital, LocalDate day, Quota quota, @Nullable UUID reason) {
    jdbc.sql(
            """
            update capacity.quota_day
               set offered = :offered, reserved = :reserved, required = :required, reason = :reason
             where hospital = :hospital and day = :day and basis = :basis
            """)
        .param("offered", quota.offered())
        .param("reserved", quota.reserved())
        .param("required", quota.required())
        .param("reason", reason, java.sql.Types.OTHER)
        .param("hospital", hospital.value())
        .param("day", day)
        .param("basis", quota.basis().word())
        .update();
  }

  UUID addReason(
      InstitutionId hospital, LocalDate day, Quota quota, Reason reason, Staff by, Instant now) {
    var id = UuidCreator.getTimeOrderedEpoch();
    jdbc.sql(
            """
            insert into capacity.quota_reason (id, hospital, day, basis, offered, reserved,
                                               required, change, reason, by, by_name, at)
            values (:id, :hospital, :day, :basis, :offered, :reserved,
                    :required, :change, :reason, :by, :name, :at)
            """)
        .param("id", id)
        .param("hospital", hospital.value())
        .param("day", day)
        .param("basis", quota.basis().word())
        .param("offered", quota.offered())
        .param("reserved", quota.reserved())
        .param("required", quota.required())
        .param("change", reason.change())
        .param("reason", reason.text())
        .param("by", by.account().value())
        .param("name", by.name())
        .param("at", utc(now))
        .update();
    return id;
  }

  /// Which change made the day fall below, and why that is accepted.
  record Reason(String change, String text) {}

  /// The days of a period as the hospital's quota page shows them.
  List<QuotaLine> lines(InstitutionId hospital, LocalDate from, LocalDate until) {
    return jdbc.sql(
            """
            select q.day, q.basis, q.offered, q.reserved, q.required,
                   r.reason, r.by_name, r.at,
                   count(a.id) filter (where s.reserved and a.id is not null) as used,
                   count(a.id) filter (where s.reserved and a.purpose_kind = 'referral')
                     as by_referral,
                   count(s.id) filter (where s.unused_at is not null) as unused
              from capacity.quota_day q
              left join capacity.quota_reason r on r.id = q.reason
              left join capacity.clinic c
                on c.hospital = q.hospital and c.day = q.day and c.status <> 'draft'
              left join capacity.slot s on s.clinic = c.id and s.state <> 'cancelled'
                   and (q.basis = 'outpatient' or s.class = 'expert')
              left join capacity.appointment a
                on a.slot = s.id and a.status in ('booked', 'arrived', 'no_show')
             where q.hospital = :hospital and q.day >= :from and q.day < :until and q.offered > 0
             group by q.hospital, q.day, q.basis, r.id
             order by q.day, q.basis
            """)
        .param("hospital", hospital.value())
        .param("from", from)
        .param("until", until)
        .query((row, _) -> line(row))
        .list();
  }

  private static QuotaLine line(ResultSet row) throws SQLException {
    return new QuotaLine(
        row.getObject("day", LocalDate.class),
        row.getString("basis"),
        row.getInt("offered"),
        row.getInt("reserved"),
        row.getInt("required"),
        row.getInt("used"),
        row.getInt("by_referral"),
        row.getInt("unused"),
        text(row, "reason"),
        text(row, "by_name"),
        Moments.instantOrNull(row, "at"));
  }

  private static String text(ResultSet row, String column) throws SQLException {
    var value = row.getString(column);
    return value == null ? "" : value;
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        new Key(row.getObject("day", LocalDate.class), Basis.of(row.getString("basis"))),
        row.getInt("offered"),
        row.getInt("reserved"),
        row.getObject("reason", UUID.class));
  }

  private static String list(Collection<LocalDate> days) {
    return String.join(",", days.stream().map(LocalDate::toString).toList());
  }
}
