package org.heyi.platform.access.signin;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.heyi.platform.access.password.PasswordRules;
import org.heyi.platform.access.password.Passwords;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.NoStaffNeeded;
import org.heyi.platform.shared.PostId;
import org.heyi.platform.shared.Subject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// 我的账号: what everybody may do with their own account, also before a post is chosen.
@Service
@Transactional
public class OwnAccounts {

  private static final String WHY = "everybody minds their own account, with or without a post";

  private final SessionStore sessions;
  private final SessionListStore lists;
  private final PasswordChange change;
  private final Gate gate;
  private final Passwords passwords;
  private final PasswordRules rules;
  private final Audit audit;
  private final Clock clock;

  OwnAccounts(
      SessionStore sessions,
      SessionListStore lists,
      PasswordChange change,
      Gate gate,
      Passwords passwords,
      PasswordRules rules,
      Audit audit,
      Clock clock) {
    this.sessions = sessions;
    this.lists = lists;
    this.change = change;
    this.gate = gate;
    this.passwords = passwords;
    this.rules = rules;
    this.audit = audit;
    this.clock = clock;
  }

  /// Works in this post from now on. The caller gives the cookie a new id.
  @NoStaffNeeded(because = WHY)
  public void choose(Standing me, PostId post) {
    var today = LocalDate.ofInstant(clock.instant(), Moments.CHINA);
    if (!sessions.choose(me.session(), me.account(), post, today)) {
      throw SignInProblem.POST_NOT_FOUND.with();
    }
    audit.recordWithoutStaff(me.login(), entry("access.post-chosen", me).with("post", post));
  }

  /// The present password is asked for. All other sessions end.
  ///
  /// Outside a transaction until it is judged: comparing is slow on purpose.
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  @NoStaffNeeded(because = WHY)
  public void changePassword(Standing me, String present, String wanted, Caller caller) {
    var hash = gate.provePassword(me, present, caller);
    rules.checkNew(present, wanted, me.login());
    change.write(me, hash, passwords.hash(wanted));
  }

  @NoStaffNeeded(because = WHY)
  public List<SessionView> sessions(Standing me) {
    return lists.of(me.account(), me.session(), clock.instant());
  }

  @NoStaffNeeded(because = WHY)
  public void end(Standing me, UUID session) {
    if (!lists.endOwn(session, me.account(), clock.instant())) {
      throw SignInProblem.SESSION_NOT_FOUND.with();
    }
    audit.recordWithoutStaff(
        me.login(), entry("access.session-ended", me).with("session", session));
  }

  private static AuditEntry entry(String action, Standing me) {
    return AuditEntry.of(action, Subject.of("account", me.account()));
  }
}
