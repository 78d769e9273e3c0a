package org.heyi.steering.community.accession;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.heyi.platform.shared.ConsortiumId;
import org.heyi.platform.shared.InstitutionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of reading who joined when and how.
@Repository
class AccessionStore {

  /// What the members of one batch have in common.
  record Key(LocalDate since, String name, List<AccessionMode> modes, String clause) {

    Batch with(List<Batch.Joined> members) {
      return new Batch(since, name, modes, clause, members);
    }
  }

  record Row(Key batch, Batch.Joined member) {}

  private final JdbcClient jdbc;

  AccessionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Row> joined(ConsortiumId consortium, List<String> roles, LocalDate on) {
    return jdbc.sql(
            """
            select m.institution, i.name, m.since, m.batch, m.accession, m.accession_clause,
                   (m.until is not null and m.until <= :on) as gone
              from community.member m
              join directory.card_institution i on i.id = m.institution
             where m.consortium = :consortium and m.role = any(:roles) and m.since <= :on
             order by m.since, m.batch, m.accession, i.position, i.id
            """)
        .param("consortium", consortium.value())
        .param("roles", roles.toArray(String[]::new))
        .param("on", on)
        .query((row, _) -> row(row))
        .list();
  }

  private static Row row(ResultSet row) throws SQLException {
    var modes = (String[]) row.getArray("accession").getArray();
    return new Row(
        new Key(
            row.getObject("since", LocalDate.class),
            row.getString("batch"),
            Arrays.stream(modes).map(AccessionMode::of).toList(),
            row.getString("accession_clause")),
        new Batch.Joined(
            InstitutionId.of(row.getString("institution")),
            row.getString("name"),
            row.getBoolean("gone")));
  }
}
