package org.heyi.platform.access.signin;

import static org.heyi.platform.shared.Moments.utc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import org.heyi.platform.access.AccessSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// 登录尝试: counts tries before they are judged, so that of many at once no more than allowed are
/// judged at all. Names nobody has are counted like others, and so betray nothing.
///
/// A key rests while `failed` has reached its limit and the last try is less than `rest` ago.
/// Source: GB/T 22239-2019 8.1.4.1 b (登录失败处理).
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class Attempts {

  private static final Duration FORGET = Duration.ofDays(1);

  private enum Kind {
    ADDRESS,
    LOGIN
  }

  private final JdbcClient jdbc;
  private final AccessSettings settings;
  private final Clock clock;

  Attempts(JdbcClient jdbc, AccessSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.clock = clock;
  }

  /// Whether this try may be judged. It counts as failed until [#succeeded].
  boolean take(String login, String address) {
    return take(Kind.ADDRESS, hash(address), settings.addressAttempts())
        && take(Kind.LOGIN, hash(login), settings.attempts());
  }

  /// One statement, so that the row decides among tries at once.
  private boolean take(Kind kind, String key, int limit) {
    var now = clock.instant();
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
            .param("rested", utc(now.minus(settings.rest())))
            .param("limit", limit)
            .update()
        == 1;
  }

  /// The name starts afresh; the address gets this one try back.
  void succeeded(String login, String address) {
    jdbc.sql(
            """
            update access.attempt set failed = greatest(failed - 1, 0)
             where kind = 'ADDRESS' and key = :key
            """)
        .param("key", hash(address))
        .update();
    forget(login);
    jdbc.sql("delete from access.attempt where last_at < :old")
        .param("old", utc(clock.instant().minus(FORGET)))
        .update();
  }

  void forget(String login) {
    jdbc.sql("delete from access.attempt where kind = 'LOGIN' and key = :key")
        .param("key", hash(login))
        .update();
  }

  static String hash(String text) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
