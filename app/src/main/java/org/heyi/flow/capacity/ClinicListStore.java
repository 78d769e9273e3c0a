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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Clinics as other systems know them.
@Repository
class ClinicListStore {

  private static final String SELECT =
      """
      select c.id, c.hospital, coalesce(i.name, c.hospital) as hospital_name, c.department,
             coalesce(d.name, c.department) as department_name, c.practitioner, c.session, c.class,
             c.place, c.starts_at, c.ends_at, c.status, c.version
      """;
  private static final String FROM =
      """
        from capacity.clinic c
        left join directory.card_institution i on i.id = c.hospital
        left join directory.card_department d
          on d.institution = c.hospital and d.code = c.department
      """;
  private static final String WHERE =
      """
       where c.hospital = :hospital and (:drafts or c.status <> 'draft')
         and (:department = '' or c.department = :department)
         and (cast(:from as timestamptz) is null or c.ends_at > :from)
         and (cast(:until as timestamptz) is null or c.starts_at < :until)
         and (:status = '' or c.status = :status)
      """;

  private final JdbcClient jdbc;

  ClinicListStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<ClinicRecord> find(ClinicId id) {
    return jdbc.sql(SELECT + FROM + " where c.id = :id")
        .param("id", id.value())
        .query((row, _) -> read(row))
        .optional();
  }

  /// @param drafts whether the asker knows of drafts
  Page<ClinicRecord> search(ClinicQuery query, boolean drafts, PageQuery page) {
    long total =
        filtered("select count(*)" + FROM + WHERE, query, drafts).query(Long.class).single();
    var rows =
        filtered(
                SELECT + FROM + WHERE + " order by c.starts_at, c.id limit :size offset :offset",
                query,
                drafts)
            .param("size", page.size())
            .param("offset", page.offset())
            .query((row, _) -> read(row))
            .list();
    return new Page<>(rows, total, page);
  }

  private JdbcClient.StatementSpec filtered(String sql, ClinicQuery query, boolean drafts) {
    return jdbc.sql(sql)
        .param("hospital", query.hospital().value())
        .param("drafts", drafts)
        .param("department", query.department())
        .param("from", utcOrNull(query.from()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("until", utcOrNull(query.until()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("status", query.status());
  }

  private static ClinicRecord read(ResultSet row) throws SQLException {
    return new ClinicRecord(
        new ClinicId(row.getObject("id", UUID.class)),
        InstitutionId.of(row.getString("hospital")),
        row.getString("hospital_name"),
        row.getString("department"),
        row.getString("department_name"),
        row.getString("practitioner"),
        row.getString("session"),
        row.getString("class"),
        row.getString("place"),
        instant(row, "starts_at"),
        instant(row, "ends_at"),
        row.getString("status"),
        row.getInt("version"));
  }
}
