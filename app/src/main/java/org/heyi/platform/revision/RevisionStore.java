package org.heyi.platform.revision;

import static org.heyi.platform.shared.Moments.instant;
import static org.heyi.platform.shared.Moments.instantOrNull;
import static org.heyi.platform.shared.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heyi.platform.policy.Pack;
import org.heyi.platform.policy.PackText;
import org.heyi.platform.policy.PackTrial;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of revisions.
@Repository
class RevisionStore {

  private static final String SELECT =
      """
      select id, file, content, state, begins, refusal, account, by_name, uploaded_at, decided_name,
             ended_at
        from revision.revision r
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  RevisionStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  RevisionId add(PackTrial trial, Map<AreaId, Integer> bases, Staff by) {
    var id = RevisionId.next();
    jdbc.sql(
            """
            insert into revision.revision (id, file, content, state, area, account, by_name, uploaded_at)
            values (:id, :file, :content, 'PROPOSED', :area, :account, :name, :now)
            """)
        .param("id", id.value())
        .param("file", trial.file())
        .param("content", trial.text())
        .param("area", by.area().value())
        .param("account", by.account().value())
        .param("name", by.name())
        .param("now", utc(clock.instant()))
        .update();
    trial.packs().forEach(it -> add(id, it, bases.getOrDefault(it.area(), 0)));
    return id;
  }

  private void add(RevisionId id, Pack pack, int base) {
    jdbc.sql(
            """
            insert into revision.area (revision, area, name, name_en, base, version)
            values (:id, :area, :name, :nameEn, :base, :version)
            """)
        .param("id", id.value())
        .param("area", pack.area().value())
        .param("name", pack.name())
        .param("nameEn", pack.nameEn())
        .param("base", base)
        .param("version", pack.version())
        .update();
  }

  /// Those of an area, its administrators' and whoever else's touch it; newest first.
  List<Revision> of(AreaId area) {
    return jdbc.sql(
            SELECT
                + """
                 where r.area = :area or exists (
                   select from revision.area a where a.revision = r.id and a.area = :area)
                 order by id desc
                """)
        .param("area", area.value())
        .query((row, _) -> revision(row))
        .list();
  }

  /// The one that put each version of an area into force.
  Map<Integer, Revision> inForce(AreaId area) {
    return of(area).stream()
        .filter(it -> it.state() == RevisionState.IN_FORCE)
        .flatMap(it ->
            it.areas().stream()
                .filter(change -> change.area().equals(area))
                .map(change -> Map.entry(change.version(), it)))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// Until the transaction ends, nobody else decides on it.
  void lock(RevisionId id) {
    jdbc.sql("select id from revision.revision where id = :id for update")
        .param("id", id.value())
        .query(UUID.class)
        .optional();
  }

  Optional<Revision> find(RevisionId id) {
    return jdbc.sql(SELECT + " where id = :id")
        .param("id", id.value())
        .query((row, _) -> revision(row))
        .optional();
  }

  /// Scheduled ones whose day has come.
  List<RevisionId> due(LocalDate today) {
    return jdbc.sql(
            """
            select id from revision.revision where state = 'SCHEDULED' and begins <= :today
             order by begins, id
            """)
        .param("today", today)
        .query((row, _) -> new RevisionId(row.getObject("id", UUID.class)))
        .list();
  }

  /// @return false when somebody else has ended it
  boolean decide(RevisionId id, RevisionState state, @Nullable LocalDate begins, Staff by) {
    return jdbc.sql(
                """
                update revision.revision
                   set state = :state, begins = :begins, decided_by = :account, decided_name = :name,
                       decided_at = :now,
                       ended_at = case when :state = 'SCHEDULED' then null else :now end
                 where id = :id and state in ('PROPOSED', 'SCHEDULED')
                """)
            .param("id", id.value())
            .param("state", state.name())
            .param("begins", begins)
            .param("account", by.account().value())
            .param("name", by.name())
            .param("now", utc(clock.instant()))
            .update()
        == 1;
  }

  /// By the clock.
  ///
  /// @return false when somebody else has ended it
  boolean end(RevisionId id, RevisionState state, @Nullable String refusal) {
    return jdbc.sql(
                """
                update revision.revision set state = :state, refusal = :refusal, ended_at = :now
                 where id = :id and state = 'SCHEDULED'
                """)
            .param("id", id.value())
            .param("state", state.name())
            .param("refusal", refusal)
            .param("now", utc(clock.instant()))
            .update()
        == 1;
  }

  void putIntoForce(RevisionId id) {
    jdbc.sql("update revision.area set in_force = true where revision = :id")
        .param("id", id.value())
        .update();
  }

  private Revision revision(ResultSet row) throws SQLException {
    var id = new RevisionId(row.getObject("id", UUID.class));
    return new Revision(
        id,
        new PackText(row.getString("file"), row.getString("content")),
        RevisionState.valueOf(row.getString("state")),
        row.getObject("begins", LocalDate.class),
        row.getString("refusal"),
        new AccountId(row.getObject("account", UUID.class)),
        row.getString("by_name"),
        instant(row, "uploaded_at"),
        row.getString("decided_name"),
        instantOrNull(row, "ended_at"),
        changes(id));
  }

  private List<Revision.Change> changes(RevisionId id) {
    return jdbc.sql(
            """
            select a.area, a.name, a.name_en, a.base, a.version, coalesce(p.version, 0) as present
              from revision.area a left join policy.card_pack p on p.area = a.area
             where a.revision = :id order by a.area
            """)
        .param("id", id.value())
        .query((row, _) ->
            new Revision.Change(
                AreaId.of(row.getString("area")),
                row.getString("name"),
                row.getString("name_en"),
                row.getInt("base"),
                row.getInt("version"),
                row.getInt("present")))
        .list();
  }
}
