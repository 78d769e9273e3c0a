package org.heyi.platform.access.signin;

import static org.heyi.platform.shared.Moments.utc;

import java.time.Instant;
import org.heyi.platform.shared.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What people change in their own account.
@Repository
class OwnAccountStore {

  private final JdbcClient jdbc;

  OwnAccountStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  String hash(AccountId account) {
    return jdbc.sql("select password from access.account where id = :id")
        .param("id", account.value())
        .query(String.class)
        .single();
  }

  /// False when the password changed since `old` was read.
  boolean changePassword(AccountId account, String old, String hash, Instant now) {
    return jdbc.sql(
                """
                update access.account set password = :hash, password_at = :now, must_change = false,
                       one_time_until = null, version = version + 1
                 where id = :id and password = :old and state = 'OPEN'
                """)
            .param("id", account.value())
            .param("old", old)
            .param("hash", hash)
            .param("now", utc(now))
            .update()
        == 1;
  }
}
