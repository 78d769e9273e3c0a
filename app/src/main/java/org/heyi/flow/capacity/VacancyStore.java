package org.heyi.flow.capacity;

import static org.heyi.platform.shared.Moments.instant;
import static org.heyi.platform.shared.Moments.utc;

import java.time.Instant;
import java.util.List;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.work.WorkSubjects.Forgotten;
import org.heyi.platform.work.WorkSubjects.Within;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// SQL of the clinics that have no doctor any more.
@Repository
class VacancyStore {

  private final JdbcClient jdbc;

  VacancyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The department's name, by which the work is known.
  String department(ClinicId clinic) {
    return jdbc.sql(
            """
            select coalesce(d.name, c.department)
              from capacity.clinic c
              left join directory.card_department d
                on d.institution = c.hospital and d.code = c.department
             where c.id = :id
            """)
        .param("id", clinic.value())
        .query(String.class)
        .single();
  }

  /// Clinics that are over while finding a doctor is still asked for.
  List<ClinicId> over(Instant now, int most) {
    return jdbc.sql(
            """
            select c.id
              from capacity.clinic c
              join work.card_item w
                on w.subject_kind = 'clinic' and w.subject_id = c.id::text and w.kind = :kind
             where c.vacant_since is not null and c.ends_at <= :now
             order by c.ends_at limit :most
            """)
        .param("kind", Vacancies.KIND)
        .param("now", utc(now))
        .param("most", most)
        .query((row, _) -> ClinicId.of(row.getString("id")))
        .list();
  }

  List<Forgotten> withoutItem(Within within, Instant now, int most) {
    return jdbc.sql(
            """
            select c.id, c.hospital, c.department, c.vacant_since
              from capacity.clinic c
              join access.card_within r
                on r.viewer = :viewer and r.scope = :scope and r.institution = c.hospital
              left join work.card_item w
                on w.subject_kind = 'clinic' and w.subject_id = c.id::text and w.kind = :kind
             where c.vacant_since is not null and c.status = 'published' and c.ends_at > :now
               and w.id is null
             order by c.vacant_since, c.id limit :most
            """)
        .param("viewer", within.viewer().value())
        .param("scope", within.scope().name())
        .param("kind", Vacancies.KIND)
        .param("now", utc(now))
        .param("most", most)
        .query((row, _) ->
            Vacancies.forgotten(
                ClinicId.of(row.getString("id")),
                InstitutionId.of(row.getString("hospital")),
                row.getString("department"),
                instant(row, "vacant_since")))
        .list();
  }
}
