package org.heyi.platform.access.factor;

import org.heyi.platform.access.signin.Caller;
import org.heyi.platform.access.signin.Gate;
import org.heyi.platform.access.signin.Halfway;
import org.heyi.platform.shared.NoStaffNeeded;
import org.springframework.stereotype.Service;

/// 二次验证: the second step of signing in.
@Service
public class SecondFactors {

  private final Gate gate;
  private final Proof proof;

  SecondFactors(Gate gate, Proof proof) {
    this.gate = gate;
    this.proof = proof;
  }

  /// Lets in whose password was right. The caller gives the cookie a new id.
  ///
  /// @param typed a code of the phone, or a recovery code
  @NoStaffNeeded(because = "this is where somebody becomes staff")
  public void enter(Halfway who, String typed, Caller caller) {
    gate.letThrough(who, caller, () -> proof.accept(who, typed), FactorProblem.WRONG_CODE);
  }
}
