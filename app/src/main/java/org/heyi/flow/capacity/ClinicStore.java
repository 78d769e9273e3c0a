package org.heyi.flow.capacity;

import static org.heyi.platform.shared.Moments.instant;
import static org.heyi.platform.shared.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL that changes clinics. Every change is guarded by state and version.
@Repository
class ClinicStore {

  private static final String SELECT =
      """
      select c.id, c.hospital, c.department, c.practitioner, c.practitioner_account, c.day,
             c.session, c.class, c.place, c.extra_limit, c.starts_at, c.ends_at, c.status, c.version
        from capacity.clinic c
      """;

  private final JdbcClient jdbc;

  ClinicStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Drafts it unless the doctor has such a clinic already; true when it was new.
  boolean draft(Clinic clinic, List<Clinic.Segment> segments, Staff by, Instant now) {
    if (insert(clinic, by, now) == 0) {
      return false;
    }
    segments.forEach(it -> insert(clinic.id(), it));
    return true;
  }

  private int insert(Clinic clinic, Staff by, Instant now) {
    return jdbc.sql(
            """
            insert into capacity.clinic (id, hospital, department, practitioner,
                   practitioner_account, planned_practitioner, day, session, class, place,
                   extra_limit, starts_at, ends_at, status, made_at, made_by)
            values (:id, :hospital, :department, :practitioner, :account, :practitioner, :day,
                    :session, :class, :place, :extra, :starts, :ends, 'draft', :now, :by)
                on conflict do nothing
            """)
        .param("id", clinic.id().value())
        .param("hospital", clinic.hospital().value())
        .param("department", clinic.department())
        .param("practitioner", clinic.practitioner())
        .param("account", account(clinic.account()), Types.OTHER)
        .param("day", clinic.day())
        .param("session", clinic.session())
        .param("class", clinic.slotClass())
        .param("place", clinic.place())
        .param("extra", clinic.extraLimit())
        .param("starts", utc(clinic.start()))
        .param("ends", utc(clinic.end()))
        .param("now", utc(now))
        .param("by", by.account().value())
        .update();
  }

  private void insert(ClinicId clinic, Clinic.Segment segment) {
    jdbc.sql(
            """
            insert into capacity.clinic_segment (clinic, starts_at, ends_at, places, reserved)
            values (:clinic, :starts, :ends, :places, :reserved)
            """)
        .param("clinic", clinic.value())
        .param("starts", utc(segment.start()))
        .param("ends", utc(segment.end()))
        .param("places", segment.places())
        .param("reserved", segment.reserved())
        .update();
  }

  Optional<Clinic> find(ClinicId id) {
    return jdbc.sql(SELECT + " where c.id = :id")
        .param("id", id.value())
        .query((row, _) -> clinic(row))
        .optional();
  }

  /// The drafts of a period; of all departments when `department` is empty.
  List<Clinic> drafts(InstitutionId hospital, String department, LocalDate from, LocalDate until) {
    return jdbc.sql(
            SELECT
                + """
                 where c.hospital = :hospital and c.day >= :from and c.day < :until
                   and c.status = 'draft' and (:department = '' or c.department = :department)
                 order by c.day, c.starts_at, c.id
                """)
        .param("hospital", hospital.value())
        .param("from", from)
        .param("until", until)
        .param("department", department)
        .query((row, _) -> clinic(row))
        .list();
  }

  /// The clinics of a week that were planned, to copy them.
  List<Clinic> planned(InstitutionId hospital, String department, LocalDate from, LocalDate until) {
    return jdbc.sql(
            SELECT
                + """
                 where c.hospital = :hospital and c.day >= :from and c.day < :until
                   and c.status <> 'stopped' and (:department = '' or c.department = :department)
                 order by c.day, c.starts_at, c.id
                """)
        .param("hospital", hospital.value())
        .param("from", from)
        .param("until", until)
        .param("department", department)
        .query((row, _) -> clinic(row))
        .list();
  }

  List<Clinic.Segment> segments(ClinicId clinic) {
    return jdbc.sql(
            """
            select starts_at, ends_at, places, reserved from capacity.clinic_segment
             where clinic = :clinic order by starts_at
            """)
        .param("clinic", clinic.value())
        .query((row, _) ->
            new Clinic.Segment(
                instant(row, "starts_at"),
                instant(row, "ends_at"),
                row.getInt("places"),
                row.getInt("reserved")))
        .list();
  }

  boolean publish(Clinic clinic, Instant now) {
    return jdbc.sql(
                """
                update capacity.clinic
                   set status = 'published', published_at = :now, version = version + 1,
                       pack_version = (
                         select p.version from policy.card_pack p
                           join directory.card_institution i on i.area = p.area
                          where i.id = hospital)
                 where id = :id and status = 'draft'
                """)
            .param("now", utc(now))
            .param("id", clinic.id().value())
            .update()
        == 1;
  }

  /// Of the policy pack that it was published under, or 0.
  int packVersion(ClinicId id) {
    return jdbc.sql("select coalesce(pack_version, 0) from capacity.clinic where id = :id")
        .param("id", id.value())
        .query(Integer.class)
        .single();
  }

  boolean discard(ClinicId id, int version) {
    return jdbc.sql(
                """
                delete from capacity.clinic
                 where id = :id and status = 'draft' and version = :version
                """)
            .param("id", id.value())
            .param("version", version)
            .update()
        == 1;
  }

  boolean stop(ClinicId id, int version, String reason, Instant now) {
    return jdbc.sql(
                """
                update capacity.clinic
                   set status = 'stopped', stopped_at = :now, reason = :reason, vacant_since = null,
                       version = version + 1
                 where id = :id and status = 'published' and version = :version
                """)
            .param("now", utc(now))
            .param("reason", reason)
            .param("id", id.value())
            .param("version", version)
            .update()
        == 1;
  }

  boolean substitute(ClinicChange.Substitute change) {
    return jdbc.sql(
                """
                update capacity.clinic
                   set practitioner = :practitioner, practitioner_account = :account,
                       class = :class, reason = :reason, vacant_since = null,
                       version = version + 1
                 where id = :id and status = 'published' and version = :version
                """)
            .param("practitioner", change.practitioner())
            .param("account", account(change.account()), Types.OTHER)
            .param("class", change.slotClass())
            .param("reason", change.reason())
            .param("id", change.clinic().value())
            .param("version", change.version())
            .update()
        == 1;
  }

  /// Claims the next version of a clinic whose places change.
  boolean touch(ClinicId id, Clinic.Status status, int version) {
    return jdbc.sql(
                """
                update capacity.clinic set version = version + 1
                 where id = :id and status = :status and version = :version
                """)
            .param("id", id.value())
            .param("status", status.word())
            .param("version", version)
            .update()
        == 1;
  }

  /// Sets how many of a drafted segment are reserved; false when it has fewer places.
  boolean markDraft(ClinicId clinic, Instant segment, int reserved) {
    return jdbc.sql(
                """
                update capacity.clinic_segment set reserved = :reserved
                 where clinic = :clinic and starts_at = :start and :reserved between 0 and places
                """)
            .param("reserved", reserved)
            .param("clinic", clinic.value())
            .param("start", utc(segment))
            .update()
        == 1;
  }

  private static @Nullable UUID account(@Nullable AccountId account) {
    return account == null ? null : account.value();
  }

  private static Clinic clinic(ResultSet row) throws SQLException {
    var account = row.getObject("practitioner_account", UUID.class);
    return new Clinic(
        new ClinicId(row.getObject("id", UUID.class)),
        InstitutionId.of(row.getString("hospital")),
        row.getString("department"),
        row.getString("practitioner"),
        account == null ? null : new AccountId(account),
        row.getObject("day", LocalDate.class),
        row.getString("session"),
        row.getString("class"),
        row.getString("place"),
        row.getInt("extra_limit"),
        instant(row, "starts_at"),
        instant(row, "ends_at"),
        Clinic.Status.of(row.getString("status")),
        row.getInt("version"));
  }
}
