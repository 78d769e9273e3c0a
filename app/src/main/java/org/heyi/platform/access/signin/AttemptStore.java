package org.heyi.platform.access.signin;

import static org.heyi.platform.shared.Moments.utc;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counters of failed sign-ins, one row a key.
@Repository
class AttemptStore {

  enum Kind {
    ADDRESS,
    LOGIN
  }

  private final JdbcClient jdbc;

  AttemptStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// One statement, so that the row decides among tries at once.
  ///
  /// @param rested tries up to then no longer count
  /// @return whether this try is within the limit
  boolean take(Kind kind, String key, int limit, Instant now, Instant rested) {
    return jdbc.sql(
                """
                insert into access.attempt as old (kind, key, failed, last_at)
                values (:kind, :key, 1, :now)
                on conflict on constraint attempt_pk do update set
                  failed = case when old.last_at <= :rested then 1 else old.failed + 1 end,
                  last_at = excluded.last_at
                where old.failed < :limit or old.last_at <= :rested
                """)
            .param("kind", kind.name())
            .param("key", key)
            .param("now", utc(now))
            .param("rested", utc(rested))
            .param("limit", limit)
            .update()
        == 1;
  }

  void giveBack(Kind kind, String key) {
    jdbc.sql(
            """
            update access.attempt set failed = greatest(failed - 1, 0)
             where kind = :kind and key = :key
            """)
        .param("kind", kind.name())
        .param("key", key)
        .update();
  }

  void forget(Kind kind, String key) {
    jdbc.sql("delete from access.attempt where kind = :kind and key = :key")
        .param("kind", kind.name())
        .param("key", key)
        .update();
  }

  void forgetOlderThan(Instant old) {
    jdbc.sql("delete from access.attempt where last_at < :old").param("old", utc(old)).update();
  }
}
