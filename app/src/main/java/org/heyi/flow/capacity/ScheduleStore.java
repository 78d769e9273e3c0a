package org.heyi.flow.capacity;

import static org.heyi.platform.shared.Moments.instant;
import static org.heyi.platform.shared.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Page;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.heyi.platform.work.WorkSubjects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The lists: a week's clinics, the desk's day, who is to be told. Straight from SQL to the page.
@Repository
class ScheduleStore {

  /// Who looks, and by which clock the allowed steps are decided.
  record Looking(Staff by, Instant now, Duration noShowAfter) {}

  private static final Map<String, String> DESK_SORTS =
      Map.of(
          "time", "starts_at",
          "number", "number",
          "practitioner", "practitioner",
          "status", "status");

  private static final Map<String, String> TELL_SORTS =
      Map.of(
          "time", "s.starts_at",
          "resident", "r.name",
          "hospital", "hospital_name",
          "what", "a.status",
          "booked-by", "institution_name");

  private static final String CLINIC =
      """
      select c.id, c.department, coalesce(d.name, c.department) as department_name, c.practitioner,
             c.day, c.session, c.class, c.starts_at, c.ends_at, c.status, c.version,
             case when c.status = 'draft' then g.places else coalesce(n.places, 0) end as places,
             case when c.status = 'draft' then g.reserved else coalesce(n.reserved, 0) end
               as reserved,
             coalesce(n.booked, 0) as booked
        from capacity.clinic c
        left join directory.card_department d
          on d.institution = c.hospital and d.code = c.department
       cross join lateral (select sum(places) as places, sum(reserved) as reserved
                             from capacity.clinic_segment where clinic = c.id) g
        left join lateral (select count(*) as places, count(*) filter (where reserved) as reserved,
                                  count(*) filter (where state = 'booked') as booked
                             from capacity.slot
                            where clinic = c.id and state <> 'cancelled') n on true
      """;
  private static final String DESK =
      """
      select a.id, a.resident, r.name, r.id_number_masked, r.phone_masked, s.number, s.starts_at,
             s.ends_at, coalesce(d.name, c.department) as department_name, c.practitioner, c.class,
             s.reserved, a.purpose_kind, a.purpose_id, a.booked_by_name, c.hospital, a.booked_by_institution,
             coalesce(i.name, a.booked_by_institution) as institution_name, a.status, a.to_tell
        from capacity.clinic c
        join capacity.appointment a on a.clinic = c.id
        join capacity.slot s on s.id = a.slot
        join resident.card_resident r on r.id = a.resident
        left join directory.card_department d
          on d.institution = c.hospital and d.code = c.department
        left join directory.card_institution i on i.id = a.booked_by_institution
      """;

  private final JdbcClient jdbc;
  private final Purposes purposes;

  ScheduleStore(JdbcClient jdbc, Purposes purposes) {
    this.jdbc = jdbc;
    this.purposes = purposes;
  }

  List<ClinicLine> week(InstitutionId hospital, String department, LocalDate monday) {
    return jdbc.sql(
            CLINIC
                + """
                 where c.hospital = :hospital and c.day >= :from and c.day < :until
                   and (:department = '' or c.department = :department)
                 order by c.department, c.practitioner, c.day, c.starts_at, c.id
                """)
        .param("hospital", hospital.value())
        .param("from", monday)
        .param("until", monday.plusDays(7))
        .param("department", department)
        .query((row, _) -> clinic(row))
        .list();
  }

  List<ClinicLine> ofDoctor(InstitutionId hospital, AccountId account, LocalDate day) {
    return jdbc.sql(
            CLINIC
                + """
                 where c.hospital = :hospital and c.practitioner_account = :account
                   and c.day = :day and c.status <> 'draft'
                 order by c.starts_at, c.id
                """)
        .param("hospital", hospital.value())
        .param("account", account.value())
        .param("day", day)
        .query((row, _) -> clinic(row))
        .list();
  }

  ClinicLine clinic(ClinicId id) {
    return jdbc.sql(CLINIC + " where c.id = :id")
        .param("id", id.value())
        .query((row, _) -> clinic(row))
        .single();
  }

  /// What else the clinic's page says.
  record Rest(
      String plannedPractitioner, String place, String reason, boolean vacant, int extras) {}

  Rest rest(ClinicId id) {
    return jdbc.sql(
            """
            select c.planned_practitioner, c.place, c.reason, c.vacant_since is not null as vacant,
                   (select count(*) from capacity.slot s
                     where s.clinic = c.id and s.extra and s.state <> 'cancelled') as extras
              from capacity.clinic c where c.id = :id
            """)
        .param("id", id.value())
        .query((row, _) ->
            new Rest(
                row.getString("planned_practitioner"),
                row.getString("place"),
                row.getString("reason"),
                row.getBoolean("vacant"),
                row.getInt("extras")))
        .single();
  }

  List<ClinicView.Segment> segments(ClinicId id, Instant now) {
    return jdbc.sql(
            """
            with slots as (
              select starts_at, reserved,
                     case when state = 'held' and held_until <= :now then 'free' else state end
                       as state
                from capacity.slot where clinic = :clinic and state <> 'cancelled')
            select g.starts_at, g.ends_at,
                   case when c.status = 'draft' then g.places else count(s.state) end as places,
                   case when c.status = 'draft' then g.reserved
                        else count(s.state) filter (where s.reserved) end as reserved,
                   count(s.state) filter (where s.state = 'booked') as booked,
                   count(s.state) filter (where s.state = 'held') as held,
                   count(s.state) filter (where s.state = 'free' and s.reserved) as free_reserved,
                   count(s.state) filter (where s.state = 'free' and not s.reserved) as free_public
              from capacity.clinic_segment g
              join capacity.clinic c on c.id = g.clinic
              left join slots s on s.starts_at = g.starts_at
             where g.clinic = :clinic
             group by g.starts_at, g.ends_at, g.places, g.reserved, c.status
             order by g.starts_at
            """)
        .param("clinic", id.value())
        .param("now", utc(now))
        .query((row, _) ->
            new ClinicView.Segment(
                instant(row, "starts_at"),
                instant(row, "ends_at"),
                row.getInt("places"),
                row.getInt("reserved"),
                row.getInt("booked"),
                row.getInt("held"),
                row.getInt("free_reserved"),
                row.getInt("free_public")))
        .list();
  }

  List<DeskLine> booked(ClinicId clinic, Looking looking) {
    return jdbc.sql(
            DESK
                + """
                 where c.id = :clinic and a.status <> 'cancelled'
                 order by s.number, a.booked_at
                """)
        .param("clinic", clinic.value())
        .query((row, _) -> desk(row, looking))
        .list();
  }

  Page<DeskLine> desk(DeskQuery query, PageQuery page, Looking looking) {
    var where =
        """
         where c.hospital = :hospital and c.day = :day and a.status not in ('cancelled', 'displaced')
           and (:department = '' or c.department = :department)
           and (:status = '' or a.status = :status)
           and (:text = '' or r.name like :text || '%' or r.pinyin like '%' || lower(:text) || '%')
        """;
    long total =
        filtered("select count(*) from (" + DESK + where + ") list", query, looking)
            .query(Long.class)
            .single();
    var rows =
        filtered(
                DESK
                    + where
                    + page.orderBy(DESK_SORTS, "starts_at, number, id")
                    + " limit :size offset :offset",
                query,
                looking)
            .param("size", page.size())
            .param("offset", page.offset())
            .query((row, _) -> desk(row, looking))
            .list();
    return new Page<>(rows, total, page);
  }

  private JdbcClient.StatementSpec filtered(String sql, DeskQuery query, Looking looking) {
    return jdbc.sql(sql)
        .param("hospital", looking.by().institution().value())
        .param("day", query.day())
        .param("department", query.department())
        .param("status", query.status())
        .param("text", query.text());
  }

  /// Of the hospital and of the institution that booked, soonest visit first unless asked
  /// otherwise.
  Page<TellLine> toTell(PageQuery page, InstitutionId institution) {
    var from =
        """
          from capacity.appointment a
          join capacity.clinic c on c.id = a.clinic
          join capacity.slot s on s.id = a.slot
          join resident.card_resident r on r.id = a.resident
          left join directory.card_department d
            on d.institution = c.hospital and d.code = c.department
          left join directory.card_institution h on h.id = c.hospital
          left join directory.card_institution i on i.id = a.booked_by_institution
         where a.to_tell
           and (a.booked_by_institution = :institution or c.hospital = :institution)
        """;
    long total =
        jdbc.sql("select count(*) " + from)
            .param("institution", institution.value())
            .query(Long.class)
            .single();
    var rows =
        jdbc.sql(
                """
                select a.id, a.resident, r.name, r.phone_masked,
                       coalesce(h.name, c.hospital) as hospital_name,
                       coalesce(d.name, c.department) as department_name, c.practitioner,
                       s.starts_at, a.status, c.reason,
                       coalesce(i.name, a.booked_by_institution) as institution_name
                """
                    + from
                    + page.orderBy(TELL_SORTS, "s.starts_at, a.id")
                    + " limit :size offset :offset")
            .param("institution", institution.value())
            .param("size", page.size())
            .param("offset", page.offset())
            .query((row, _) -> tell(row))
            .list();
    return new Page<>(rows, total, page);
  }

  long countToTell(InstitutionId institution) {
    return jdbc.sql(
            "select count(*) from capacity.appointment where to_tell and booked_by_institution = :id")
        .param("id", institution.value())
        .query(Long.class)
        .single();
  }

  /// Those to be told for whom no work item is open, longest first.
  List<WorkSubjects.Forgotten> untold(WorkSubjects.Within within, int most) {
    return jdbc.sql(
            """
            select a.id, a.booked_by_institution, c.department, a.changed_at
              from capacity.appointment a
              join capacity.clinic c on c.id = a.clinic
              join access.card_within r
                on r.viewer = :viewer and r.scope = :scope
                   and r.institution = a.booked_by_institution
              left join work.card_item w
                on w.subject_kind = 'appointment' and w.subject_id = a.id::text
                   and w.kind = :kind
             where a.to_tell and w.id is null
             order by a.changed_at, a.id
             limit :most
            """)
        .param("viewer", within.viewer().value())
        .param("scope", within.scope().name())
        .param("kind", Telling.KIND)
        .param("most", most)
        .query((row, _) ->
            new WorkSubjects.Forgotten(
                Subject.of("appointment", row.getString("id")),
                InstitutionId.of(row.getString("booked_by_institution")),
                row.getString("department"),
                "/appointments/" + row.getString("id"),
                instant(row, "changed_at")))
        .list();
  }

  List<Doctor> doctors(InstitutionId hospital) {
    return jdbc.sql(
            """
            select account, name from access.card_duty_holder
             where institution = :hospital and duty = :duty
             order by name, account
            """)
        .param("hospital", hospital.value())
        .param("duty", CapacityDuty.ADD.code())
        .query((row, _) ->
            new Doctor(new AccountId(row.getObject("account", UUID.class)), row.getString("name")))
        .list();
  }

  private static TellLine tell(ResultSet row) throws SQLException {
    return new TellLine(
        new AppointmentId(row.getObject("id", UUID.class)),
        new ResidentId(row.getObject("resident", UUID.class)),
        row.getString("name"),
        row.getString("phone_masked"),
        row.getString("hospital_name"),
        row.getString("department_name"),
        row.getString("practitioner"),
        instant(row, "starts_at"),
        row.getString("status"),
        row.getString("reason"),
        row.getString("institution_name"));
  }

  private DeskLine desk(ResultSet row, Looking looking) throws SQLException {
    var purpose = new Subject(row.getString("purpose_kind"), row.getString("purpose_id"));
    return new DeskLine(
        new AppointmentId(row.getObject("id", UUID.class)),
        new ResidentId(row.getObject("resident", UUID.class)),
        row.getString("name"),
        row.getString("id_number_masked"),
        row.getString("phone_masked"),
        row.getInt("number"),
        instant(row, "starts_at"),
        instant(row, "ends_at"),
        row.getString("department_name"),
        row.getString("practitioner"),
        row.getString("class"),
        row.getBoolean("reserved"),
        purpose.kind(),
        purposes.path(purpose, looking.by()),
        row.getString("booked_by_name"),
        row.getString("institution_name"),
        row.getString("status"),
        purposes.offered(purpose, may(row, looking)));
  }

  private static Set<String> may(ResultSet row, Looking looking) throws SQLException {
    var facts =
        new AppointmentActions.Facts(
            Appointment.Status.of(row.getString("status")),
            InstitutionId.of(row.getString("hospital")),
            InstitutionId.of(row.getString("booked_by_institution")),
            row.getBoolean("to_tell"),
            instant(row, "starts_at"),
            looking.noShowAfter());
    return AppointmentActions.words(AppointmentActions.of(facts, looking.by(), looking.now()));
  }

  private static ClinicLine clinic(ResultSet row) throws SQLException {
    return new ClinicLine(
        new ClinicId(row.getObject("id", UUID.class)),
        row.getString("department"),
        row.getString("department_name"),
        row.getString("practitioner"),
        row.getObject("day", LocalDate.class),
        row.getString("session"),
        row.getString("class"),
        instant(row, "starts_at"),
        instant(row, "ends_at"),
        row.getString("status"),
        row.getInt("version"),
        row.getInt("places"),
        row.getInt("reserved"),
        row.getInt("booked"));
  }
}
