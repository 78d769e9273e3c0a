package org.heyi.platform.access;

import static org.heyi.platform.shared.Moments.utc;
import static org.heyi.platform.shared.Moments.utcOrNull;

import java.time.Instant;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// All SQL of relationships. One row per source, kept after its end.
@Repository
class RelationshipStore {

  private final JdbcClient jdbc;

  RelationshipStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Greatest() skips nulls, and null means open: so the case decides before it.
  void begin(
      RelationshipKind kind,
      ResidentId resident,
      InstitutionId institution,
      Subject source,
      @Nullable Instant until,
      AccountId by,
      Instant now) {
    bind(
            """
            insert into access.relationship as old
              (kind, resident, institution, source_kind, source_id, begun_at, begun_by, until)
            values (:kind, :resident, :institution, :sourceKind, :sourceId, :now, :by, :until)
            on conflict on constraint relationship_pk do update set
              until = case
                when old.ended_at is not null or old.until <= excluded.begun_at then excluded.until
                when old.until is null or excluded.until is null then null
                else greatest(old.until, excluded.until) end,
              begun_at = case
                when old.ended_at is not null or old.until <= excluded.begun_at
                then excluded.begun_at else old.begun_at end,
              begun_by = case
                when old.ended_at is not null or old.until <= excluded.begun_at
                then excluded.begun_by else old.begun_by end,
              ended_at = null
            """,
            kind,
            resident,
            institution,
            source)
        .param("by", by.value())
        .param("now", utc(now))
        .param("until", utcOrNull(until))
        .update();
  }

  void end(
      RelationshipKind kind,
      ResidentId resident,
      InstitutionId institution,
      Subject source,
      Instant now) {
    bind(
            """
            update access.relationship set ended_at = :now
             where kind = :kind and resident = :resident and institution = :institution
               and source_kind = :sourceKind and source_id = :sourceId and ended_at is null
            """,
            kind,
            resident,
            institution,
            source)
        .param("now", utc(now))
        .update();
  }

  private StatementSpec bind(
      String sql,
      RelationshipKind kind,
      ResidentId resident,
      InstitutionId institution,
      Subject source) {
    return jdbc.sql(sql)
        .param("kind", kind.name())
        .param("resident", resident.value())
        .param("institution", institution.value())
        .param("sourceKind", source.kind())
        .param("sourceId", source.id());
  }

  boolean live(ResidentId resident, InstitutionId institution, Instant now) {
    return jdbc.sql(
            """
            select exists (
              select from access.card_relationship
               where resident = :resident and institution = :institution and until > :now)
            """)
        .param("resident", resident.value())
        .param("institution", institution.value())
        .param("now", utc(now))
        .query(Boolean.class)
        .single();
  }
}
