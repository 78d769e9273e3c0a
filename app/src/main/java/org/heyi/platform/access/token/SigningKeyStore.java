package org.heyi.platform.access.token;

import static org.heyi.platform.shared.Moments.instant;
import static org.heyi.platform.shared.Moments.utc;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The keys that sign tokens, newest first.
@Repository
class SigningKeyStore {

  record Row(UUID id, String jwk, Instant madeAt) {}

  private final JdbcClient jdbc;

  SigningKeyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Nodes that want a new key at once wait for each other.
  void lock() {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('heyi.signing-key'))").query().listOfRows();
  }

  List<Row> all() {
    return jdbc.sql(
            "select id, jwk, made_at from access.signing_key order by made_at desc, id desc")
        .query((row, _) ->
            new Row(row.getObject("id", UUID.class), row.getString("jwk"), instant(row, "made_at")))
        .list();
  }

  void add(Row key) {
    jdbc.sql("insert into access.signing_key (id, jwk, made_at) values (:id, :jwk, :at)")
        .param("id", key.id())
        .param("jwk", key.jwk())
        .param("at", utc(key.madeAt()))
        .update();
  }

  void removeMadeBefore(Instant old) {
    jdbc.sql("delete from access.signing_key where made_at < :old").param("old", utc(old)).update();
  }
}
