package org.heyi.steering.governance.unified;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.heyi.platform.policy.Citation;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.ConsortiumId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of unified management.
@Repository
class UnifiedStore {

  /// Where the members of a consortium begin.
  record Begin(UnifiedStatus status, Citation origin) {}

  /// What is said of a dimension besides its name.
  record Detail(UnifiedKind kind, String name, String centre, String rule, Citation origin) {}

  private static final String CHANGE =
      """
      select institution, kind, dimension, version, status, since, note, changed_at
        from governance.unified_status
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  UnifiedStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// What was recorded of members stays, whatever a pack says now.
  void replace(AreaId area, List<PlannedUnification> planned) {
    jdbc.sql("delete from governance.unification where area = :area")
        .param("area", area.value())
        .update();
    for (var it : planned) {
      jdbc.sql(
              """
              insert into governance.unification (consortium, area, begins, clause, house)
              values (:consortium, :area, :begins, :clause, :house)
              """)
          .param("consortium", it.consortium())
          .param("area", area.value())
          .param("begins", it.begins().code())
          .param("clause", it.origin().clause())
          .param("house", it.origin().house())
          .update();
      it.details().forEach(detail -> add(it.consortium(), detail));
    }
  }

  private void add(String consortium, PlannedUnification.Detail detail) {
    jdbc.sql(
            """
            insert into governance.dimension (consortium, kind, name, centre, rule, clause, house)
            values (:consortium, :kind, :name, :centre, :rule, :clause, :house)
            """)
        .param("consortium", consortium)
        .param("kind", detail.kind().code())
        .param("name", detail.name())
        .param("centre", detail.centre())
        .param("rule", detail.rule())
        .param("clause", detail.origin().clause())
        .param("house", detail.origin().house())
        .update();
  }

  Optional<Begin> begin(ConsortiumId consortium) {
    return jdbc.sql(
            "select begins, clause, house from governance.unification where consortium = :consortium")
        .param("consortium", consortium.value())
        .query((row, _) -> new Begin(UnifiedStatus.of(row.getString("begins")), origin(row)))
        .optional();
  }

  List<Detail> details(ConsortiumId consortium) {
    return jdbc.sql(
            """
            select kind, name, centre, rule, clause, house from governance.dimension
             where consortium = :consortium
            """)
        .param("consortium", consortium.value())
        .query((row, _) ->
            new Detail(
                UnifiedKind.of(row.getString("kind")),
                row.getString("name"),
                row.getString("centre"),
                row.getString("rule"),
                origin(row)))
        .list();
  }

  private static Citation origin(ResultSet row) throws SQLException {
    return new Citation(row.getString("clause"), row.getBoolean("house"));
  }

  /// The newest of each member and dimension.
  List<UnifiedMatrix.Change> newest(ConsortiumId consortium) {
    return jdbc.sql(
            CHANGE.replace("select", "select distinct on (institution, kind, dimension)")
                + """
                 where consortium = :consortium
                 order by institution, kind, dimension, version desc
                """)
        .param("consortium", consortium.value())
        .query((row, _) -> change(row))
        .list();
  }

  /// Newest first.
  List<UnifiedMatrix.Change> history(ConsortiumId consortium, InstitutionId institution) {
    return jdbc.sql(
            CHANGE
                + """
                 where consortium = :consortium and institution = :institution
                 order by changed_at desc, kind, dimension, version desc
                """)
        .param("consortium", consortium.value())
        .param("institution", institution.value())
        .query((row, _) -> change(row))
        .list();
  }

  /// Adds the next version, unless somebody was faster.
  boolean add(ChangeStatus command, Staff by) {
    return jdbc.sql(
                """
                insert into governance.unified_status (consortium, kind, dimension, institution,
                       version, status, since, note, account, post, changed_at)
                select :consortium, :kind, :dimension, :institution, :version + 1, :status, :since,
                       :note, :account, :post, :at
                 where :version = (
                       select coalesce(max(version), 0) from governance.unified_status
                        where consortium = :consortium and kind = :kind
                          and dimension = :dimension and institution = :institution)
                on conflict on constraint unified_status_pk do nothing
                """)
            .param("consortium", command.consortium().value())
            .param("kind", command.kind().code())
            .param("dimension", command.dimension())
            .param("institution", command.institution().value())
            .param("version", command.version())
            .param("status", command.status().code())
            .param("since", command.since())
            .param("note", command.note())
            .param("account", by.account().value())
            .param("post", by.post().value())
            .param("at", Moments.utc(clock.instant()))
            .update()
        == 1;
  }

  private static UnifiedMatrix.Change change(ResultSet row) throws SQLException {
    return new UnifiedMatrix.Change(
        InstitutionId.of(row.getString("institution")),
        UnifiedKind.of(row.getString("kind")),
        row.getString("dimension"),
        row.getInt("version"),
        UnifiedStatus.of(row.getString("status")),
        row.getObject("since", LocalDate.class),
        row.getString("note"),
        Moments.instant(row, "changed_at"));
  }
}
