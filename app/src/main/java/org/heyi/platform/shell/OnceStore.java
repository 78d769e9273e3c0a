package org.heyi.platform.shell;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of [Once].
@Repository
class OnceStore {

  private final JdbcClient jdbc;
  private final Clock clock;

  OnceStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// Takes the key; false when somebody has it, after waiting for their transaction to end.
  boolean claim(UUID key, String digest, Staff by) {
    return jdbc.sql(
                """
                insert into shell.once (key, account, content_digest, answer, at)
                values (:key, :account, :digest, '', :at)
                on conflict on constraint once_pk do nothing
                """)
            .param("key", key)
            .param("account", by.account().value())
            .param("digest", digest)
            .param("at", Moments.utc(clock.instant()))
            .update()
        == 1;
  }

  Optional<String> answer(UUID key, String digest, Staff by) {
    return jdbc.sql(
            """
            select answer from shell.once
             where key = :key and account = :account and content_digest = :digest
            """)
        .param("key", key)
        .param("account", by.account().value())
        .param("digest", digest)
        .query(String.class)
        .optional();
  }

  void forget(Instant before) {
    jdbc.sql("delete from shell.once where at < :before")
        .param("before", Moments.utc(before))
        .update();
  }

  void answered(UUID key, Staff by, String answer) {
    jdbc.sql("update shell.once set answer = :answer where key = :key and account = :account")
        .param("answer", answer)
        .param("key", key)
        .param("account", by.account().value())
        .update();
  }
}
