package org.heyi.platform.access.signin;

import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.heyi.platform.access.password.Passwords;
import org.heyi.platform.shared.Problem;
import org.springframework.stereotype.Component;

/// 把关: how everything that could be guessed is judged: a person's password, a system's secret, a
/// code. A try is counted before it is looked at, and whatever was wrong is refused alike.
///
/// Nothing here is called within a transaction: counting has one of its own, and comparing
/// passwords is slow on purpose.
@Component
public class Gate {

  private final Attempts attempts;
  private final Passwords passwords;
  private final OwnAccountStore own;
  private final SignInLog log;

  Gate(Attempts attempts, Passwords passwords, OwnAccountStore own, SignInLog log) {
    this.attempts = attempts;
    this.passwords = passwords;
    this.own = own;
    this.log = log;
  }

  /// Whether the name exists shows neither in the answer nor in the time it takes: without an
  /// account the secret is compared with one nobody has.
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
    if (known.get().codeDue()) {
      attempts.halfway(login, caller.address());
    } else {
      attempts.succeeded(login, caller.address());
    }
    if (!known.get().open()) {
      throw log.refused(known.get(), caller, Outcome.NOT_OPEN);
    }
    return found.get();
  }

  /// Lets somebody in whose password was right, if the code is right too.
  ///
  /// @param code judges it and uses it up, in the transaction that lets in
  /// @throws org.heyi.platform.shared.ProblemException too many tries, or `wrong`
  public void letThrough(Halfway who, Caller caller, BooleanSupplier code, Problem wrong) {
    if (!attempts.take(who.login(), caller.address())) {
      log.refused(who, caller, Outcome.TOO_MANY, SignInProblem.TOO_MANY_ATTEMPTS);
      throw SignInProblem.TOO_MANY_ATTEMPTS.with();
    }
    if (!log.letThrough(who, caller, code)) {
      log.refused(who, caller, Outcome.WRONG_CODE, wrong);
      throw wrong.with();
    }
    attempts.succeeded(who.login(), caller.address());
  }

  /// Asks somebody who is in for a proof once more, counted like a sign-in, so that an unattended
  /// screen is no place to guess.
  ///
  /// @throws org.heyi.platform.shared.ProblemException too many tries, or `wrong`
  public void prove(Standing me, Caller caller, BooleanSupplier right, Problem wrong) {
    if (!attempts.take(me.login(), caller.address())) {
      throw SignInProblem.TOO_MANY_ATTEMPTS.with();
    }
    if (!right.getAsBoolean()) {
      throw wrong.with();
    }
    attempts.succeeded(me.login(), caller.address());
  }

  /// The same with the present password.
  ///
  /// @return its hash, as it was judged
  public String provePassword(Standing me, String present, Caller caller) {
    var hash = own.hash(me.account());
    prove(
        me,
        caller,
        () -> passwords.matches(present, Optional.of(hash)),
        SignInProblem.WRONG_PASSWORD);
    return hash;
  }

  /// Names are compared without case and without the blanks that phones add.
  private static String normal(String login) {
    return login.strip().toLowerCase(Locale.ROOT);
  }
}
