package org.heyi.flow.capacity;

import static org.heyi.platform.shared.Moments.instant;
import static org.heyi.platform.shared.Moments.utcOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Page;
import org.heyi.platform.shared.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The bookings an institution may know of, for other systems: those it made, and those at it.
@Repository
class BookingStore {

  private static final String SELECT =
      "select " + AppointmentStore.FOUND + ", a.reason, a.booked_at, a.changed_at";
  private static final String WHERE =
      """
       where (c.hospital = :me or a.booked_by_institution = :me)
         and (cast(:resident as uuid) is null or a.resident = :resident)
         and (cast(:kind as text) is null or a.purpose_kind = :kind and a.purpose_id = :purpose)
         and (cast(:from as timestamptz) is null or s.starts_at >= :from)
         and (cast(:until as timestamptz) is null or s.starts_at < :until)
         and (:status = '' or a.status = :status)
      """;

  private final JdbcClient jdbc;

  BookingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<AppointmentRecord> find(AppointmentId id, InstitutionId me) {
    return jdbc.sql(
            SELECT
                + AppointmentStore.FROM
                + " where a.id = :id and (c.hospital = :me or a.booked_by_institution = :me)")
        .param("id", id.value())
        .param("me", me.value())
        .query((row, _) -> read(row))
        .optional();
  }

  Page<AppointmentRecord> search(AppointmentQuery query, PageQuery page, InstitutionId me) {
    long total =
        filtered("select count(*)" + AppointmentStore.FROM + WHERE, query, me)
            .query(Long.class)
            .single();
    var rows =
        filtered(
                SELECT
                    + AppointmentStore.FROM
                    + WHERE
                    + " order by s.starts_at, a.id limit :size offset :offset",
                query,
                me)
            .param("size", page.size())
            .param("offset", page.offset())
            .query((row, _) -> read(row))
            .list();
    return new Page<>(rows, total, page);
  }

  private JdbcClient.StatementSpec filtered(String sql, AppointmentQuery query, InstitutionId me) {
    var purpose = query.purpose();
    return jdbc.sql(sql)
        .param("me", me.value())
        .param("resident", resident(query), Types.OTHER)
        .param("kind", purpose == null ? null : purpose.kind(), Types.VARCHAR)
        .param("purpose", purpose == null ? "" : purpose.id())
        .param("from", utcOrNull(query.from()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("until", utcOrNull(query.until()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("status", query.status());
  }

  private static @Nullable UUID resident(AppointmentQuery query) {
    return query.resident() == null ? null : query.resident().value();
  }

  private static AppointmentRecord read(ResultSet row) throws SQLException {
    var found = AppointmentStore.found(row);
    var it = found.appointment();
    return new AppointmentRecord(
        found.offer().view(it),
        it.purpose(),
        it.bookedBy(),
        row.getString("reason"),
        instant(row, "booked_at"),
        instant(row, "changed_at"),
        it.version());
  }
}
