package org.heyi.platform.access;

import static org.heyi.platform.shared.Moments.utc;

import java.time.Instant;
import java.util.List;
import org.heyi.platform.shared.InstitutionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Links of the first start, by the hash of their token.
@Repository
class SetupLinkStore {

  private final JdbcClient jdbc;

  SetupLinkStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(String hash, Instant expires) {
    jdbc.sql("insert into access.setup_link (token_hash, expires_at) values (:hash, :expires)")
        .param("hash", hash)
        .param("expires", utc(expires))
        .update();
  }

  boolean valid(String hash, Instant now) {
    return jdbc.sql(
            """
            select exists (
              select from access.setup_link where token_hash = :hash and expires_at > :now)
            """)
        .param("hash", hash)
        .param("now", utc(now))
        .query(Boolean.class)
        .single();
  }

  /// Until the transaction ends, others who found wait here.
  void oneAtATime() {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('heyi.setup'))").query().listOfRows();
  }

  void deleteAll() {
    jdbc.sql("delete from access.setup_link").update();
  }

  List<InstitutionId> institutions() {
    return jdbc.sql(
            """
            select distinct institution from access.reach_place where scope = 'AREA'
             order by institution
            """)
        .query((row, _) -> InstitutionId.of(row.getString("institution")))
        .list();
  }
}
