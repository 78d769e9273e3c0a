package org.heyi.platform.access.signin;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.heyi.platform.access.AccessProblem;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.PostId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 登录日志: writes each sign-in, good or not, for the security administrator and into the audit log.
///
/// A name that nobody has is not written down, only its hash: it may be a password.
@Component
@Transactional
class SignInLog {

  private static final UUID NOBODY = new UUID(0, 0);

  private final SignInStore store;
  private final Sessions sessions;
  private final Audit audit;
  private final Clock clock;

  SignInLog(SignInStore store, Sessions sessions, Audit audit, Clock clock) {
    this.store = store;
    this.sessions = sessions;
    this.audit = audit;
    this.clock = clock;
  }

  SignedIn letIn(AccountId account, @Nullable PostId post, Caller caller) {
    var who = sessions.begin(account, post, caller);
    var staff =
        sessions
            .standing(who)
            .map(it -> it.staff() == null ? withoutPost(account, it.name()) : it.staff())
            .orElseThrow(() -> new SignInRefused(Outcome.NOT_OPEN));
    store.log(account, caller.address(), Outcome.SIGNED_IN, clock.instant());
    audit.record(staff, entry("access.signed-in", account.toString(), caller));
    return who;
  }

  SignInRefused refused(@Nullable AccountId account, String login, Caller caller, Outcome outcome) {
    store.log(account, caller.address(), outcome, clock.instant());
    audit.refused(
        withoutPost(account == null ? new AccountId(NOBODY) : account, "-"),
        entry(
            "access.signed-in",
            account == null ? Attempts.hash(login).substring(0, 16) : account.toString(),
            caller),
        outcome == Outcome.TOO_MANY
            ? AccessProblem.TOO_MANY_ATTEMPTS
            : AccessProblem.WRONG_PASSWORD);
    return new SignInRefused(outcome);
  }

  void left(Standing standing, Caller caller) {
    store.log(standing.account(), caller.address(), Outcome.SIGNED_OUT, clock.instant());
    audit.record(
        standing.staff() == null
            ? withoutPost(standing.account(), standing.name())
            : standing.staff(),
        entry("access.signed-out", standing.account().toString(), caller));
  }

  private static AuditEntry entry(String action, String account, Caller caller) {
    return AuditEntry.of(action, Subject.of("account", account)).with("address", caller.address());
  }

  /// The audit log asks who acts; at the door nobody has a post yet.
  static Staff withoutPost(AccountId account, String name) {
    return new Staff(
        account,
        name,
        new PostId(NOBODY),
        "none",
        InstitutionId.of("none"),
        AreaId.of("none"),
        Map.of());
  }
}
