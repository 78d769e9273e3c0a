package org.heyi.platform.access.signin;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.NoStaffNeeded;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 登录: the only way in, for everybody.
@Service
public class SignIns {

  private final Gate gate;
  private final SignInStore store;
  private final Sessions sessions;
  private final SignInLog log;
  private final Clock clock;

  SignIns(Gate gate, SignInStore store, Sessions sessions, SignInLog log, Clock clock) {
    this.gate = gate;
    this.store = store;
    this.sessions = sessions;
    this.log = log;
    this.clock = clock;
  }

  /// Judges a name and a password.
  ///
  /// @throws SignInRefused wrong, too many tries, not open, too old, or without a post
  @NoStaffNeeded(because = "this is where somebody becomes staff")
  public SignedIn judge(String typedLogin, String password, Caller caller) {
    var account = gate.judge(typedLogin, password, caller, store::find, Function.identity());
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
        .presence(who)
        .filter(_ -> sessions.end(who, Ending.SIGNED_OUT))
        .ifPresent(it -> log.left(it.account(), it.login(), caller));
  }
}
