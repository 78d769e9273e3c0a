package org.heyi.platform.audit;

import static java.util.stream.Collectors.joining;
import static org.heyi.platform.shared.Moments.instant;
import static org.heyi.platform.shared.Moments.instantOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// SQL of the chain.
@Repository
class SealStore {

  /// One position: its seal, and the entry if its row is there.
  record Link(Seal seal, @Nullable AuditView entry) {}

  /// Entries that wait for their seal.
  record Waiting(long count, @Nullable Instant oldest) {}

  private static final int FETCH = 2000;

  private final JdbcClient jdbc;
  private final AuditStore entries;

  SealStore(JdbcClient jdbc, AuditStore entries) {
    this.jdbc = jdbc;
    this.entries = entries;
  }

  /// Whether this transaction is now the only one that seals, on any node.
  boolean lock() {
    return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('heyi.audit.seal'))")
        .query(Boolean.class)
        .single();
  }

  Optional<Seal> head() {
    return jdbc.sql("select position, entry, hash from audit.seal order by position desc limit 1")
        .query((row, _) -> seal(row))
        .optional();
  }

  /// Entries without a seal, oldest first.
  ///
  /// @param from only ids from this one on, so that a usual run does not read the whole log
  List<AuditView> unsealed(UUID from, int limit) {
    return jdbc.sql(
            "select "
                + AuditStore.COLUMNS
                + """
                , null::bigint as position
                 from audit.entry e
                where e.id >= :from
                  and not exists (select from audit.seal s where s.entry = e.id)
                order by e.id limit :limit
                """)
        .param("from", from)
        .param("limit", limit)
        .query((row, _) -> entries.view(row))
        .list();
  }

  /// @param from as for [#unsealed]
  Waiting waiting(UUID from) {
    return jdbc.sql(
            """
            select count(*) as count, min(e.at) as oldest from audit.entry e
             where e.id >= :from
               and not exists (select from audit.seal s where s.entry = e.id)
            """)
        .param("from", from)
        .query((row, _) -> new Waiting(row.getLong("count"), instantOrNull(row, "oldest")))
        .single();
  }

  /// The newest entry about a check by a reviewer.
  Optional<ChainStatus.Check> lastCheck() {
    return jdbc.sql(
            """
            select at, actor, facts ->> 'verified' as verified, facts ->> 'whole' as whole
              from audit.entry
             where action = 'audit.verified' and outcome = 'DONE' and subject_id = 'chain'
             order by at desc, id desc limit 1
            """)
        .query((row, _) ->
            new ChainStatus.Check(
                instant(row, "at"),
                row.getString("actor"),
                row.getLong("verified"),
                row.getBoolean("whole")))
        .optional();
  }

  long countUnsealed() {
    return jdbc.sql(
            """
            select count(*) from audit.entry e
             where not exists (select from audit.seal s where s.entry = e.id)
            """)
        .query(Long.class)
        .single();
  }

  void add(List<Seal> seals) {
    jdbc.sql(
            """
            insert into audit.seal (position, entry, hash)
            select position, entry, decode(hex, 'hex')
              from unnest(cast(:positions as bigint[]), cast(:entries as uuid[]),
                          cast(:hashes as text[])) as it (position, entry, hex)
            """)
        .param("positions", array(seals, Seal::position))
        .param("entries", array(seals, Seal::entry))
        .param("hashes", array(seals, it -> it.hash().hex()))
        .update();
  }

  /// The whole chain from its beginning; to be closed, and read within one transaction.
  Stream<Link> chain() {
    return jdbc
        .sql(
            "select s.position, s.entry, s.hash, "
                + AuditStore.COLUMNS
                + " from audit.seal s left join audit.entry e on e.id = s.entry order by s.position")
        .withFetchSize(FETCH)
        .query(
            (row, _) -> new Link(seal(row), row.getObject("id") == null ? null : entries.view(row)))
        .stream();
  }

  private static Seal seal(ResultSet row) throws SQLException {
    return new Seal(
        row.getLong("position"),
        row.getObject("entry", UUID.class),
        new Hash(row.getBytes("hash")));
  }

  private static String array(List<Seal> seals, Function<Seal, Object> part) {
    return seals.stream().map(it -> part.apply(it).toString()).collect(joining(",", "{", "}"));
  }
}
