package org.heyi.platform.access.signin;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.heyi.platform.access.password.Passwords;
import org.springframework.stereotype.Component;

/// 把关: how every name and secret is judged, a person's or a system's. A try is counted before it is
/// looked at, and whatever was wrong is refused alike.
@Component
class Gate {

  private final Attempts attempts;
  private final Passwords passwords;
  private final SignInLog log;

  Gate(Attempts attempts, Passwords passwords, SignInLog log) {
    this.attempts = attempts;
    this.passwords = passwords;
    this.log = log;
  }

  /// Whether the name exists shows neither in the answer nor in the time it takes: without an
  /// account the secret is compared with one nobody has.
  ///
  /// It is compared outside any transaction: that is slow on purpose.
  ///
  /// @param find whoever of that name may come in by this door
  /// @throws SignInRefused too many tries, wrong, or not open
  <A> A judge(
      String typedLogin,
      String secret,
      Caller caller,
      Function<String, Optional<A>> find,
      Function<A, SignInStore.Account> account) {
    var login = normal(typedLogin);
    if (!attempts.take(login, caller.address())) {
      throw log.refused(login, caller, Outcome.TOO_MANY);
    }
    var found = find.apply(login);
    var known = found.map(account);
    var right = passwords.matches(secret, known.map(SignInStore.Account::hash));
    if (known.isEmpty()) {
      throw log.refused(login, caller, Outcome.WRONG);
    }
    if (!right) {
      throw log.refused(known.get(), caller, Outcome.WRONG);
    }
    attempts.succeeded(login, caller.address());
    if (!known.get().open()) {
      throw log.refused(known.get(), caller, Outcome.NOT_OPEN);
    }
    return found.get();
  }

  /// Names are compared without case and without the blanks that phones add.
  private static String normal(String login) {
    return login.strip().toLowerCase(Locale.ROOT);
  }
}
