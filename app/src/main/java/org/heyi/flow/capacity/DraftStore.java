package org.heyi.flow.capacity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heyi.platform.shared.InstitutionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads the clinics of a period as they were drafted.
@Repository
class DraftStore {

  private final JdbcClient jdbc;

  DraftStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Of several with one key, all but one are stopped: that one counts.
  ///
  /// @param practitioner whose, or empty for everybody's
  Map<DraftClinic.Key, Drafts.There> there(
      InstitutionId hospital, LocalDate from, LocalDate until, String practitioner) {
    var segments = segments(hospital, from, until, practitioner);
    var found = new HashMap<DraftClinic.Key, Drafts.There>();
    jdbc.sql(
            """
            select id, department, planned_practitioner, day, session, class, place, extra_limit,
                   status, version
              from capacity.clinic
             where hospital = :hospital and day >= :from and day < :until
               and (:practitioner = '' or planned_practitioner = :practitioner)
             order by status = 'stopped'
            """)
        .param("hospital", hospital.value())
        .param("from", from)
        .param("until", until)
        .param("practitioner", practitioner)
        .query(row -> {
          var there = there(row, segments);
          found.putIfAbsent(there.planned().key(), there);
        });
    return found;
  }

  private Map<UUID, List<PlanTemplate.Segment>> segments(
      InstitutionId hospital, LocalDate from, LocalDate until, String practitioner) {
    var found = new HashMap<UUID, List<PlanTemplate.Segment>>();
    jdbc.sql(
            """
            select g.clinic, (g.starts_at at time zone 'Asia/Shanghai')::time as starts,
                   (g.ends_at at time zone 'Asia/Shanghai')::time as ends, g.places, g.reserved
              from capacity.clinic_segment g join capacity.clinic c on c.id = g.clinic
             where c.hospital = :hospital and c.day >= :from and c.day < :until
               and (:practitioner = '' or c.planned_practitioner = :practitioner)
             order by g.clinic, g.starts_at
            """)
        .param("hospital", hospital.value())
        .param("from", from)
        .param("until", until)
        .param("practitioner", practitioner)
        .query(row -> {
          found
              .computeIfAbsent(row.getObject("clinic", UUID.class), _ -> new ArrayList<>())
              .add(
                  new PlanTemplate.Segment(
                      row.getObject("starts", LocalTime.class),
                      row.getObject("ends", LocalTime.class),
                      row.getInt("places"),
                      row.getInt("reserved")));
        });
    return found;
  }

  private static Drafts.There there(ResultSet row, Map<UUID, List<PlanTemplate.Segment>> segments)
      throws SQLException {
    var id = row.getObject("id", UUID.class);
    return new Drafts.There(
        new ClinicId(id),
        row.getString("status"),
        row.getInt("version"),
        new DraftClinic(
            row.getString("department"),
            row.getString("planned_practitioner"),
            row.getObject("day", LocalDate.class),
            row.getString("session"),
            row.getString("class"),
            row.getString("place"),
            row.getInt("extra_limit"),
            segments.getOrDefault(id, List.of())));
  }
}
