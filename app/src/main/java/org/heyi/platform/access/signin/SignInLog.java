package org.heyi.platform.access.signin;

import java.time.Clock;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.heyi.platform.access.password.Digest;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.PostId;
import org.heyi.platform.shared.Problem;
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
    if (sessions.standing(who).isPresent()) {
      log(account.id(), account.login(), caller, Outcome.SIGNED_IN, "access.signed-in");
    } else {
      log(account.id(), account.login(), caller, Outcome.CODE_ASKED, "access.code-asked");
    }
    return Optional.of(who);
  }

  /// Whether the code was right and the session was still waiting for it.
  @Transactional
  boolean letThrough(Halfway who, Caller caller, BooleanSupplier code) {
    var through = code.getAsBoolean() && sessions.complete(who);
    if (through) {
      log(who.account(), who.login(), caller, Outcome.SIGNED_IN, "access.signed-in");
    }
    return through;
  }

  /// A system has a token now, and no session.
  @Transactional
  void letIn(SignInStore.Account account, Caller caller) {
    log(account.id(), account.login(), caller, Outcome.SIGNED_IN, "access.token-given");
  }

  SignInRefused refused(String login, Caller caller, Outcome outcome) {
    store.log(null, caller.address(), outcome, clock.instant());
    var hash = Digest.of(login).substring(0, SHORT_HASH);
    refused("#" + hash, entry("access.signed-in", hash, caller), outcome, problem(outcome));
    return new SignInRefused(outcome);
  }

  SignInRefused refused(SignInStore.Account account, Caller caller, Outcome outcome) {
    store.log(account.id(), caller.address(), outcome, clock.instant());
    var entry = entry("access.signed-in", account.id().toString(), caller);
    refused(account.login(), entry, outcome, problem(outcome));
    return new SignInRefused(outcome);
  }

  void refused(Halfway who, Caller caller, Outcome outcome, Problem why) {
    store.log(who.account(), caller.address(), outcome, clock.instant());
    var entry = entry("access.signed-in", who.account().toString(), caller);
    refused(who.login(), entry, outcome, why);
  }

  /// Outside a transaction: the entry has one of its own.
  private void refused(String login, AuditEntry entry, Outcome outcome, Problem why) {
    audit.refusedWithoutStaff(login, entry.with("outcome", outcome.word()), why);
  }

  private static Problem problem(Outcome outcome) {
    return outcome == Outcome.TOO_MANY
        ? SignInProblem.TOO_MANY_ATTEMPTS
        : SignInProblem.WRONG_PASSWORD;
  }

  @Transactional
  void left(AccountId account, String login, Caller caller) {
    log(account, login, caller, Outcome.SIGNED_OUT, "access.signed-out");
  }

  private void log(AccountId account, String login, Caller caller, Outcome outcome, String action) {
    store.log(account, caller.address(), outcome, clock.instant());
    audit.recordWithoutStaff(login, entry(action, account.toString(), caller));
  }

  private static AuditEntry entry(String action, String account, Caller caller) {
    return AuditEntry.of(action, Subject.of("account", account)).with("address", caller.address());
  }
}
