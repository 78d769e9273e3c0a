package org.heyi.person.resident;

import static org.heyi.platform.shared.Moments.utc;

import com.github.f4b6a3.uuid.UuidCreator;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL of 1+1 choices.
@Repository
class SelectionStore {

  private final JdbcClient jdbc;

  SelectionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Ends a live choice on a day; one that began on that very day was a mistake and goes.
  ///
  /// @return false when it lives no more
  boolean end(UUID selection, ResidentId resident, LocalDate on) {
    var corrected =
        jdbc.sql(
                """
                delete from resident.selection
                 where id = :id and resident = :resident and until_date is null and from_date = :on
                """)
            .param("id", selection)
            .param("resident", resident.value())
            .param("on", on)
            .update();
    var ended =
        jdbc.sql(
                """
                update resident.selection set until_date = :on
                 where id = :id and resident = :resident and until_date is null and from_date < :on
                """)
            .param("id", selection)
            .param("resident", resident.value())
            .param("on", on)
            .update();
    return corrected + ended == 1;
  }

  /// @return false when the resident has a live choice
  boolean begin(
      ResidentId resident,
      SelectProviders chosen,
      String level,
      LocalDate from,
      Staff by,
      Instant now) {
    return jdbc.sql(
                """
                insert into resident.selection
                  (id, resident, centre, hospital, hospital_level, giver, giver_name, from_date, set_at,
                   set_by, set_by_name, institution)
                values (:id, :resident, :centre, :hospital, :level, :giver, :guardian, :from, :at, :by,
                   :name, :institution)
                on conflict on constraint selection_one_at_a_time do nothing
                """)
            .param("id", UuidCreator.getTimeOrderedEpoch())
            .param("resident", resident.value())
            .param("centre", chosen.centre().value())
            .param("hospital", chosen.hospital().value())
            .param("level", level)
            .param("giver", String.valueOf(chosen.consent().giver()))
            .param("guardian", chosen.consent().guardian().strip())
            .param("from", from)
            .param("at", utc(now))
            .param("by", by.account().value())
            .param("name", by.name())
            .param("institution", by.institution().value())
            .update()
        == 1;
  }

  /// Newest first.
  List<ResidentView.Selection> all(ResidentId resident) {
    return jdbc.sql(
            """
            select * from resident.selection where resident = :resident
             order by from_date desc
            """)
        .param("resident", resident.value())
        .query((row, _) -> selection(row))
        .list();
  }

  Optional<InstitutionId> hospital(ResidentId resident) {
    return jdbc.sql(
            """
            select hospital from resident.selection
             where resident = :resident and until_date is null
            """)
        .param("resident", resident.value())
        .query((row, _) -> InstitutionId.of(row.getString("hospital")))
        .optional();
  }

  private static ResidentView.Selection selection(ResultSet row) throws SQLException {
    return new ResidentView.Selection(
        row.getObject("id", UUID.class),
        InstitutionId.of(row.getString("centre")),
        InstitutionId.of(row.getString("hospital")),
        !row.getString("hospital_level").isEmpty(),
        RegisterResident.Giver.valueOf(row.getString("giver")),
        row.getString("giver_name"),
        row.getString("set_by_name"),
        row.getObject("from_date", LocalDate.class),
        row.getObject("until_date", LocalDate.class));
  }
}
