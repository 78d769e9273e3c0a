package org.heyi.platform.access.signin;

import java.time.Clock;
import java.util.Optional;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.PostId;
import org.heyi.platform.shared.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 登录日志: writes each sign-in, good or not, for the security administrator and into the audit log.
///
/// A name that nobody has is not written down, only its hash: it may be a password.
@Component
class SignInLog {

  private static final int SHORT_HASH = 16;

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

  /// Empty when the password that was judged has been replaced meanwhile: who gives a new one ends
  /// all sessions, and this one would come after.
  @Transactional
  Optional<SignedIn> letIn(SignInStore.Account account, @Nullable PostId post, Caller caller) {
    if (!store.stillOpens(account)) {
      return Optional.empty();
    }
    var who = sessions.begin(account.id(), post, caller);
    store.log(account.id(), caller.address(), Outcome.SIGNED_IN, clock.instant());
    audit.recordWithoutStaff(
        account.login(), entry("access.signed-in", account.id().toString(), caller));
    return Optional.of(who);
  }

  /// A system has a token now, and no session.
  @Transactional
  void letIn(SignInStore.Account account, Caller caller) {
    store.log(account.id(), caller.address(), Outcome.SIGNED_IN, clock.instant());
    audit.recordWithoutStaff(
        account.login(), entry("access.token-given", account.id().toString(), caller));
  }

  SignInRefused refused(String login, Caller caller, Outcome outcome) {
    store.log(null, caller.address(), outcome, clock.instant());
    var hash = Attempts.hash(login).substring(0, SHORT_HASH);
    return refused("#" + hash, entry("access.signed-in", hash, caller), outcome);
  }

  SignInRefused refused(SignInStore.Account account, Caller caller, Outcome outcome) {
    store.log(account.id(), caller.address(), outcome, clock.instant());
    var entry = entry("access.signed-in", account.id().toString(), caller);
    return refused(account.login(), entry, outcome);
  }

  /// Outside a transaction: the entry has one of its own.
  private SignInRefused refused(String login, AuditEntry entry, Outcome outcome) {
    audit.refusedWithoutStaff(
        login,
        entry.with("outcome", outcome.word()),
        outcome == Outcome.TOO_MANY
            ? SignInProblem.TOO_MANY_ATTEMPTS
            : SignInProblem.WRONG_PASSWORD);
    return new SignInRefused(outcome);
  }

  @Transactional
  void left(AccountId account, String login, Caller caller) {
    store.log(account, caller.address(), Outcome.SIGNED_OUT, clock.instant());
    audit.recordWithoutStaff(login, entry("access.signed-out", account.toString(), caller));
  }

  private static AuditEntry entry(String action, String account, Caller caller) {
    return AuditEntry.of(action, Subject.of("account", account)).with("address", caller.address());
  }
}
