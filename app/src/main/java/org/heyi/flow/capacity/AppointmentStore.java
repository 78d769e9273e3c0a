package org.heyi.flow.capacity;

import static org.heyi.platform.shared.Moments.instant;
import static org.heyi.platform.shared.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL on appointments: booking in one statement, and guarded steps.
@Repository
class AppointmentStore {

  /// What booking begins with: the slot, and the newest appointment of the purpose, if any.
  record Asked(SlotOffer offer, @Nullable Appointment earlier) {}

  /// An appointment with its slot.
  record Found(Appointment appointment, SlotOffer offer) {}

  /// What a booking got: the slot, and whether the appointment stands or something stood against
  /// it.
  record Taken(SlotId slot, int number, boolean reserved, boolean booked) {}

  private static final String OFFER =
      """
      s.id as slot, s.clinic, c.hospital, c.department,
      coalesce(d.name, c.department) as department_name, c.practitioner, c.class, s.reserved, s.day,
      s.starts_at, s.ends_at, s.session_at, s.number, c.place,
      c.status = 'published' and s.state <> 'cancelled' as offered
      """;
  private static final String APPOINTMENT =
      """
      a.id as appointment, a.resident, a.purpose_kind, a.purpose_id, a.status,
      a.booked_by_institution, a.entitled, a.to_tell, a.version
      """;
  private static final String OF_SLOT =
      """
      join capacity.clinic c on c.id = s.clinic
      left join directory.card_department d
        on d.institution = c.hospital and d.code = c.department
      """;

  /// The columns of [#found].
  static final String FOUND = APPOINTMENT + ", " + OFFER;

  /// Appointments with their slots.
  static final String FROM =
      " from capacity.appointment a join capacity.slot s on s.id = a.slot " + OF_SLOT;

  private final JdbcClient jdbc;

  AppointmentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Asked> asked(SlotId slot, Subject purpose) {
    return jdbc.sql(
            """
            select %s, %s
              from capacity.slot s %s
              left join capacity.appointment a
                on a.purpose_kind = :kind and a.purpose_id = :purpose and a.current
             where s.id = :slot
            """
                .formatted(OFFER, APPOINTMENT, OF_SLOT))
        .param("slot", slot.value())
        .param("kind", purpose.kind())
        .param("purpose", purpose.id())
        .query((row, _) ->
            new Asked(
                offer(row),
                row.getObject("appointment", UUID.class) == null ? null : appointment(row)))
        .optional();
  }

  /// Takes a slot of the segment and writes the appointment in one statement. Against a live
  /// appointment of the purpose, or of the resident in this clinic, it writes none: then the caller
  /// gives the slot back or gives up.
  Optional<Taken> book(AppointmentId id, Asked asked, BookSlot command, Booking how) {
    var by = how.by();
    return pick(
            """
            with picked as (%s),
            taken as (
              update capacity.slot s set state = 'booked', held_until = null, held_by = null
                from picked where s.id = picked.id
              returning s.id, s.clinic, s.number, s.reserved),
            written as (
              insert into capacity.appointment (
                     id, slot, clinic, resident, purpose_kind, purpose_id, status, entitled,
                     booked_by, booked_by_name, booked_by_institution, booked_at, changed_at)
              select :id, taken.id, taken.clinic, :resident, :kind, :purpose, 'booked', :entitled,
                     :me, :name, :institution, :now, :now
                from taken
                  on conflict do nothing
              returning id)
            select taken.id, taken.number, taken.reserved,
                   exists (select from written) as booked
              from taken
            """,
            asked.offer(), how)
        .param("id", id.value())
        .param("resident", command.resident().value())
        .param("kind", command.purpose().kind())
        .param("purpose", command.purpose().id())
        .param("entitled", how.entitled())
        .param("name", by.name())
        .param("institution", by.institution().value())
        .query((row, _) -> taken(row, row.getBoolean("booked")))
        .optional();
  }

  /// Takes a slot of the segment for an appointment that is moved there.
  Optional<Taken> take(SlotOffer offer, Booking how) {
    return pick(
            """
            with picked as (%s)
            update capacity.slot s set state = 'booked', held_until = null, held_by = null
              from picked where s.id = picked.id
            returning s.id, s.number, s.reserved
            """,
            offer, how)
        .query((row, _) -> taken(row, true))
        .optional();
  }

  private JdbcClient.StatementSpec pick(String sql, SlotOffer offer, Booking how) {
    return jdbc.sql(sql.formatted(SlotStore.PICK))
        .param("asked", offer.slot().value())
        .param("clinic", offer.clinic().value())
        .param("start", utc(offer.start()))
        .param("reserved", offer.reserved())
        .param("other", how.otherPool())
        .param("now", utc(how.now()))
        .param("me", how.by().account().value());
  }

  /// How somebody books.
  ///
  /// @param entitled they were entitled to reserved slots of the hospital
  /// @param otherPool they may also take the segment's slots of the other pool
  record Booking(Staff by, boolean entitled, boolean otherPool, Instant now) {}

  /// The constraint on the resident and the clinic may stand against it.
  boolean move(Appointment it, SlotOffer to, Instant now) {
    try {
      return update(it, to, now) == 1;
    } catch (DuplicateKeyException two) {
      throw CapacityProblem.ALREADY_IN_CLINIC.with();
    }
  }

  private int update(Appointment it, SlotOffer to, Instant now) {
    return jdbc.sql(
            """
            update capacity.appointment
               set slot = :slot, clinic = :clinic, status = 'booked', reason = '',
                   to_tell = false, changed_at = :now, version = version + 1
             where id = :id and version = :version and current
            """)
        .param("slot", to.slot().value())
        .param("clinic", to.clinic().value())
        .param("now", utc(now))
        .param("id", it.id().value())
        .param("version", it.version())
        .update();
  }

  boolean step(Appointment it, Appointment.Status to, String reason, Instant now) {
    return jdbc.sql(
                """
                update capacity.appointment
                   set status = :to, reason = :reason, to_tell = false, changed_at = :now,
                       version = version + 1
                 where id = :id and version = :version
                """)
            .param("to", to.word())
            .param("reason", reason)
            .param("now", utc(now))
            .param("id", it.id().value())
            .param("version", it.version())
            .update()
        == 1;
  }

  /// What a clock cancelled when the visit was over is booked again.
  boolean takeAgain(AppointmentId id, Instant end, Instant now) {
    try {
      return jdbc.sql(
                  """
                  update capacity.appointment
                     set status = 'booked', reason = '', changed_at = :now, version = version + 1
                   where id = :id and status = 'cancelled' and current and changed_at >= :end
                  """)
              .param("now", utc(now))
              .param("id", id.value())
              .param("end", utc(end))
              .update()
          == 1;
    } catch (DuplicateKeyException two) {
      throw CapacityProblem.ALREADY_IN_CLINIC.with();
    }
  }

  boolean told(AppointmentId id, Instant now) {
    return jdbc.sql(
                """
                update capacity.appointment
                   set to_tell = false, changed_at = :now, version = version + 1
                 where id = :id and to_tell
                """)
            .param("now", utc(now))
            .param("id", id.value())
            .update()
        == 1;
  }

  /// An older appointment of the purpose makes room for a new one.
  void supersede(AppointmentId id) {
    jdbc.sql(
            """
            update capacity.appointment
               set current = false, to_tell = false, version = version + 1
             where id = :id and status not in ('booked', 'arrived')
            """)
        .param("id", id.value())
        .update();
  }

  Optional<Found> find(AppointmentId id) {
    return found("where a.id = :id")
        .param("id", id.value())
        .query((row, _) -> found(row))
        .optional();
  }

  Optional<Found> current(Subject purpose) {
    return found("where a.purpose_kind = :kind and a.purpose_id = :purpose and a.current")
        .param("kind", purpose.kind())
        .param("purpose", purpose.id())
        .query((row, _) -> found(row))
        .optional();
  }

  /// The booked of a clinic, in order of their numbers.
  List<Found> booked(ClinicId clinic) {
    return found("where a.clinic = :clinic and a.status = 'booked' order by s.number")
        .param("clinic", clinic.value())
        .query((row, _) -> found(row))
        .list();
  }

  void displaceAll(ClinicId clinic, String reason, Instant now) {
    jdbc.sql(
            """
            update capacity.appointment
               set status = 'displaced', reason = :reason, to_tell = true, changed_at = :now,
                   version = version + 1
             where clinic = :clinic and status = 'booked'
            """)
        .param("reason", reason)
        .param("now", utc(now))
        .param("clinic", clinic.value())
        .update();
  }

  void tellAll(ClinicId clinic, Instant now) {
    jdbc.sql(
            """
            update capacity.appointment
               set to_tell = true, changed_at = :now, version = version + 1
             where clinic = :clinic and status = 'booked'
            """)
        .param("now", utc(now))
        .param("clinic", clinic.value())
        .update();
  }

  private JdbcClient.StatementSpec found(String where) {
    return jdbc.sql("select " + FOUND + FROM + where);
  }

  private static Taken taken(ResultSet row, boolean booked) throws SQLException {
    return new Taken(
        new SlotId(row.getObject("id", UUID.class)),
        row.getInt("number"),
        row.getBoolean("reserved"),
        booked);
  }

  static Found found(ResultSet row) throws SQLException {
    return new Found(appointment(row), offer(row));
  }

  static Appointment appointment(ResultSet row) throws SQLException {
    return new Appointment(
        new AppointmentId(row.getObject("appointment", UUID.class)),
        new ResidentId(row.getObject("resident", UUID.class)),
        new Subject(row.getString("purpose_kind"), row.getString("purpose_id")),
        Appointment.Status.of(row.getString("status")),
        InstitutionId.of(row.getString("booked_by_institution")),
        row.getBoolean("entitled"),
        row.getBoolean("to_tell"),
        row.getInt("version"));
  }

  private static SlotOffer offer(ResultSet row) throws SQLException {
    return new SlotOffer(
        new SlotId(row.getObject("slot", UUID.class)),
        new ClinicId(row.getObject("clinic", UUID.class)),
        InstitutionId.of(row.getString("hospital")),
        row.getString("department"),
        row.getString("department_name"),
        row.getString("practitioner"),
        row.getString("class"),
        row.getBoolean("reserved"),
        row.getObject("day", LocalDate.class),
        instant(row, "starts_at"),
        instant(row, "ends_at"),
        instant(row, "session_at"),
        row.getInt("number"),
        row.getString("place"),
        row.getBoolean("offered"));
  }
}
