package org.heyi.platform.access.factor;

import java.text.Normalizer;
import java.time.Clock;
import java.util.regex.Pattern;
import org.heyi.platform.access.signin.Presence;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.Subject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 验证码核对: whether what somebody typed is the code on their phone, or one of their recovery codes.
/// Each counts once.
@Component
@Transactional
class Proof {

  /// What people type between digits, or keyboards put there.
  private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Pd}]");

  private final FactorStore store;
  private final Totp totp;
  private final Audit audit;
  private final Clock clock;

  Proof(FactorStore store, Totp totp, Audit audit, Clock clock) {
    this.store = store;
    this.totp = totp;
    this.audit = audit;
    this.clock = clock;
  }

  /// Uses it up.
  boolean accept(Presence who, String typed) {
    var digits = digits(typed);
    return digits.length() == RecoveryCodes.DIGITS
        ? acceptRecoveryCode(who, digits)
        : acceptCode(who, digits);
  }

  private boolean acceptCode(Presence who, String code) {
    var factor = store.find(who.account());
    if (factor.isEmpty()) {
      return false;
    }
    var step = totp.step(factor.get().secret(), code);
    return step.isPresent() && store.use(who.account(), factor.get(), step.getAsLong());
  }

  private boolean acceptRecoveryCode(Presence who, String code) {
    var hash = RecoveryCodes.hash(who.account(), code);
    var accepted = store.useRecoveryCode(who.account(), hash, clock.instant());
    if (accepted) {
      audit.recordWithoutStaff(
          who.login(),
          AuditEntry.of("access.recovery-code-used", Subject.of("account", who.account())));
    }
    return accepted;
  }

  /// Chinese keyboards may write digits in full width.
  static String digits(String typed) {
    var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC);
    return BETWEEN.matcher(plain).replaceAll("");
  }
}
