package org.heyi.platform.access.signin;

import java.time.Clock;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.Subject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writes a new password, ends the other sessions and says so, in one transaction.
@Component
@Transactional
class PasswordChange {

  private final OwnAccountStore store;
  private final Sessions sessions;
  private final Audit audit;
  private final Clock clock;

  PasswordChange(OwnAccountStore store, Sessions sessions, Audit audit, Clock clock) {
    this.store = store;
    this.sessions = sessions;
    this.audit = audit;
    this.clock = clock;
  }

  /// @param old the hash that was judged; when it is no longer there, somebody was quicker
  void write(Standing me, String old, String hash) {
    if (!store.changePassword(me.account(), old, hash, clock.instant())) {
      throw SignInProblem.WRONG_PASSWORD.with();
    }
    sessions.endOthers(me);
    audit.recordWithoutStaff(
        me.login(), AuditEntry.of("access.password-changed", Subject.of("account", me.account())));
  }
}
