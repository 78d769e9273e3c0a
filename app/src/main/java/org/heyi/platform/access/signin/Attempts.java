package org.heyi.platform.access.signin;

import java.time.Clock;
import java.time.Duration;
import org.heyi.platform.access.AccessSettings;
import org.heyi.platform.access.password.Digest;
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

  /// Whether this try may be judged. It counts as failed until [#succeeded] or [#halfway].
  boolean take(String login, String address) {
    return take(Kind.ADDRESS, Digest.of(address), settings.addressAttempts())
        && take(Kind.LOGIN, Digest.of(login), settings.attempts());
  }

  private boolean take(Kind kind, String key, int limit) {
    var now = clock.instant();
    return store.take(kind, key, limit, now, now.minus(settings.rest()));
  }

  /// This one try did not fail; those before it still count, else who knows the password could
  /// guess at the code for ever.
  void halfway(String login, String address) {
    store.giveBack(Kind.ADDRESS, Digest.of(address));
    store.giveBack(Kind.LOGIN, Digest.of(login));
  }

  /// The name starts afresh; the address gets this one try back.
  void succeeded(String login, String address) {
    store.giveBack(Kind.ADDRESS, Digest.of(address));
    store.forget(Kind.LOGIN, Digest.of(login));
    store.forgetOlderThan(clock.instant().minus(KEPT));
  }
}
