package org.heyi.platform.access.signin;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.heyi.platform.access.password.Passwords;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.NoStaffNeeded;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 登录: the only way in, for everybody.
@Service
public class SignIns {

  private final Attempts attempts;
  private final SignInStore store;
  private final Sessions sessions;
  private final Passwords passwords;
  private final SignInLog log;
  private final Clock clock;

  SignIns(
      Attempts attempts,
      SignInStore store,
      Sessions sessions,
      Passwords passwords,
      SignInLog log,
      Clock clock) {
    this.attempts = attempts;
    this.store = store;
    this.sessions = sessions;
    this.passwords = passwords;
    this.log = log;
    this.clock = clock;
  }

  /// Judges a name and a password. Whether the name exists shows neither in the answer nor in the
  /// time it takes: without an account the password is compared with one nobody has.
  ///
  /// The password is compared outside any transaction: it is slow on purpose.
  @NoStaffNeeded(because = "this is where somebody becomes staff")
  public SignedIn judge(String typedLogin, String password, Caller caller) {
    var login = normal(typedLogin);
    if (!attempts.take(login, caller.address())) {
      throw log.refused(login, caller, Outcome.TOO_MANY);
    }
    var account = store.find(login);
    var right = passwords.matches(password, account.map(SignInStore.Account::hash));
    if (account.isEmpty()) {
      throw log.refused(login, caller, Outcome.WRONG);
    }
    if (!right) {
      throw log.refused(account.get(), caller, Outcome.WRONG);
    }
    attempts.succeeded(login, caller.address());
    return letIn(account.get(), caller);
  }

  private SignedIn letIn(SignInStore.Account account, Caller caller) {
    if (!account.open()) {
      throw log.refused(account, caller, Outcome.NOT_OPEN);
    }
    var until = account.oneTimeUntil();
    if (until != null && until.isBefore(clock.instant())) {
      throw log.refused(account, caller, Outcome.EXPIRED);
    }
    var posts = store.posts(account.id(), LocalDate.ofInstant(clock.instant(), Moments.CHINA));
    if (posts.isEmpty()) {
      throw log.refused(account, caller, Outcome.NO_POST);
    }
    return log.letIn(account, posts.size() == 1 ? posts.getFirst() : null, caller)
        .orElseThrow(() -> log.refused(account, caller, Outcome.WRONG));
  }

  /// Signing out twice is signing out.
  @Transactional
  @NoStaffNeeded(because = "one may leave without having chosen a post")
  public void leave(SignedIn who, Caller caller) {
    sessions
        .standing(who)
        .filter(_ -> sessions.end(who, Ending.SIGNED_OUT))
        .ifPresent(it -> log.left(it.account(), it.login(), caller));
  }

  /// Names are compared without case and without the blanks that phones add.
  static String normal(String login) {
    return login.strip().toLowerCase(Locale.ROOT);
  }
}
