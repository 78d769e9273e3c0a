package org.heyi.platform.access.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import org.heyi.platform.access.AccessSettings;
import org.heyi.platform.access.signin.AttemptStore.Kind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// 登录尝试: counts tries before they are judged, so that of many at once no more than allowed are
/// judged at all. Names nobody has are counted like others, and so betray nothing.
///
/// A key rests when its limit is reached, until `rest` has passed since its last try. Source: GB/T
/// 22239-2019 8.1.4.1 b (登录失败处理).
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class Attempts {

  private static final Duration KEPT = Duration.ofDays(1);

  private final AttemptStore store;
  private final AccessSettings settings;
  private final Clock clock;

  Attempts(AttemptStore store, AccessSettings settings, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
  }

  /// Whether this try may be judged. It counts as failed until [#succeeded].
  boolean take(String login, String address) {
    return take(Kind.ADDRESS, hash(address), settings.addressAttempts())
        && take(Kind.LOGIN, hash(login), settings.attempts());
  }

  private boolean take(Kind kind, String key, int limit) {
    var now = clock.instant();
    return store.take(kind, key, limit, now, now.minus(settings.rest()));
  }

  /// The name starts afresh; the address gets this one try back.
  void succeeded(String login, String address) {
    store.giveBack(Kind.ADDRESS, hash(address));
    store.forget(Kind.LOGIN, hash(login));
    store.forgetOlderThan(clock.instant().minus(KEPT));
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
