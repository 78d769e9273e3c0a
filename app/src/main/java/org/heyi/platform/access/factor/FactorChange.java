package org.heyi.platform.access.factor;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.heyi.platform.access.AccessSettings;
import org.heyi.platform.access.signin.Presence;
import org.heyi.platform.access.signin.Sessions;
import org.heyi.platform.access.signin.Standing;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writes what becomes of a second factor and says so, in one transaction. It begins with the
/// account's row: whoever signs in meanwhile waits for it, so that no session without a code is
/// left over, and an administrator's page from before is stale.
@Component
@Transactional
class FactorChange {

  private final FactorStore store;
  private final Totp totp;
  private final Sessions sessions;
  private final AccessSettings settings;
  private final Audit audit;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  FactorChange(
      FactorStore store,
      Totp totp,
      Sessions sessions,
      AccessSettings settings,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.totp = totp;
    this.sessions = sessions;
    this.settings = settings;
    this.audit = audit;
    this.clock = clock;
  }

  /// Once more in the same session is the same, so that a QR code that was scanned stays good.
  void begin(Standing me, FactorStore.@Nullable Factor replaced) {
    store.begin(
        me.account(),
        me.session(),
        TotpSecret.random(random),
        replaced == null ? null : replaced.id(),
        clock.instant());
  }

  List<String> confirm(Standing me, String code) {
    var setUp =
        store.setUp(me.account(), me.session()).orElseThrow(FactorProblem.SET_UP_IS_OVER::with);
    var step = totp.step(setUp.secret(), Proof.digits(code));
    if (step.isEmpty()) {
      throw FactorProblem.WRONG_CODE.with();
    }
    store.hold(me.account());
    if (!store.finish(me.account(), me.session())) {
      throw FactorProblem.SET_UP_IS_OVER.with();
    }
    if (!store.activate(me.account(), setUp, step.getAsLong(), clock.instant())) {
      throw FactorProblem.CHANGED_MEANWHILE.with();
    }
    sessions.endOthers(me);
    record(me, setUp.replaces() == null ? "access.factor-activated" : "access.factor-replaced");
    return freshRecoveryCodes(me);
  }

  List<String> renewRecoveryCodes(Standing me, FactorStore.Factor proven) {
    hold(me, proven.id());
    record(me, "access.recovery-codes-made");
    return freshRecoveryCodes(me);
  }

  /// Sessions that wait for a code would wait for ever, so they end with all others.
  void remove(Standing me, FactorStore.Factor proven) {
    hold(me, proven.id());
    store.remove(me.account());
    sessions.endOthers(me);
    record(me, "access.factor-removed");
  }

  /// It is still the one for which a code was given.
  private void hold(Standing me, UUID proven) {
    store.hold(me.account());
    if (store.find(me.account()).filter(it -> it.id().equals(proven)).isEmpty()) {
      throw FactorProblem.CHANGED_MEANWHILE.with();
    }
  }

  private List<String> freshRecoveryCodes(Standing me) {
    var codes = RecoveryCodes.make(settings.recoveryCodes(), random);
    store.replaceRecoveryCodes(
        me.account(), codes.stream().map(it -> RecoveryCodes.hash(me.account(), it)).toList());
    return codes.stream().map(RecoveryCodes::spelt).toList();
  }

  private void record(Presence me, String action) {
    audit.recordWithoutStaff(
        me.login(), AuditEntry.of(action, Subject.of("account", me.account())));
  }
}
