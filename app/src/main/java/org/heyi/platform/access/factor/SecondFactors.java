package org.heyi.platform.access.factor;

import java.util.List;
import java.util.Optional;
import org.heyi.platform.access.role.Role;
import org.heyi.platform.access.role.Roles;
import org.heyi.platform.access.signin.Caller;
import org.heyi.platform.access.signin.Detour;
import org.heyi.platform.access.signin.Gate;
import org.heyi.platform.access.signin.Halfway;
import org.heyi.platform.access.signin.Standing;
import org.heyi.platform.shared.NoStaffNeeded;
import org.springframework.stereotype.Service;

/// 二次验证: the second step of signing in, and what everybody may do with their own second factor.
///
/// There is none, or one that is active; beside either, one may be set up in a session of its
/// owner. It becomes active with a first code, so that nobody shuts themselves out with a phone
/// that shows others. What could be guessed is judged by [Gate], outside any transaction; then
/// [FactorChange] changes the rows in one.
@Service
public class SecondFactors {

  private static final String WHY = "everybody minds their own account, with or without a post";

  private final Gate gate;
  private final Proof proof;
  private final FactorStore store;
  private final FactorChange change;
  private final Roles roles;

  SecondFactors(Gate gate, Proof proof, FactorStore store, FactorChange change, Roles roles) {
    this.gate = gate;
    this.proof = proof;
    this.store = store;
    this.change = change;
    this.roles = roles;
  }

  /// Lets in whose password was right. The caller gives the cookie a new id.
  ///
  /// @param typed a code of the phone, or a recovery code
  @NoStaffNeeded(because = "this is where somebody becomes staff")
  public void enter(Halfway who, String typed, Caller caller) {
    gate.letThrough(who, caller, () -> proof.accept(who, typed), FactorProblem.WRONG_CODE);
  }

  @NoStaffNeeded(because = WHY)
  public FactorView view(Standing me) {
    return new FactorView(
        store.activeSince(me.account()).orElse(null),
        store.recoveryCodesLeft(me.account()),
        isRequired(me),
        settingUp(me).isPresent());
  }

  /// Begins to set up the first one. The password is asked for, as an unattended screen is no place
  /// to put one's own phone in another's account.
  @NoStaffNeeded(because = WHY)
  public void begin(Standing me, String password, Caller caller) {
    if (store.find(me.account()).isPresent()) {
      throw FactorProblem.ALREADY_ACTIVE.with();
    }
    gate.provePassword(me, password, caller);
    change.begin(me, null);
  }

  /// Begins to set up another in place of the active one, which stays until then.
  @NoStaffNeeded(because = WHY)
  public void replace(Standing me, String typed, Caller caller) {
    change.begin(me, proven(me, typed, caller));
  }

  /// What the QR code says; empty when nothing is being set up in this session.
  @NoStaffNeeded(because = WHY)
  public Optional<TotpSecret> settingUp(Standing me) {
    return store.setUp(me.account(), me.session()).map(FactorStore.SetUp::secret);
  }

  /// Makes active what is set up in this session. All other sessions end. The code is not counted:
  /// whoever types it has its secret before their eyes. The caller gives the cookie a new id.
  ///
  /// @return the recovery codes, shown once
  @NoStaffNeeded(because = WHY)
  public List<String> confirm(Standing me, String code) {
    return change.confirm(me, code);
  }

  /// @return new recovery codes in place of all before, shown once
  @NoStaffNeeded(because = WHY)
  public List<String> renewRecoveryCodes(Standing me, String typed, Caller caller) {
    return change.renewRecoveryCodes(me, proven(me, typed, caller));
  }

  @NoStaffNeeded(because = WHY)
  public void remove(Standing me, String typed, Caller caller) {
    if (isRequired(me)) {
      throw FactorProblem.REQUIRED_BY_ROLE.with();
    }
    change.remove(me, proven(me, typed, caller));
  }

  /// The active one, for which the right code was typed.
  private FactorStore.Factor proven(Standing me, String typed, Caller caller) {
    var factor = store.find(me.account()).orElseThrow(FactorProblem.NOT_ACTIVE::with);
    gate.prove(me, caller, () -> proof.accept(me, typed), FactorProblem.WRONG_CODE);
    return factor;
  }

  private boolean isRequired(Standing me) {
    return me.detour() == Detour.FACTOR
        || Optional.ofNullable(me.staff())
            .flatMap(it -> roles.find(it.role()))
            .map(Role::secondFactor)
            .orElse(false);
  }
}
