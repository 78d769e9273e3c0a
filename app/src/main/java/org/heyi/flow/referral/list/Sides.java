package org.heyi.flow.referral.list;

import java.util.List;
import org.heyi.flow.referral.ReferralDuty;
import org.heyi.platform.shared.Scope;
import org.heyi.platform.shared.Staff;

/// Which referrals a caller may know of: the sender's side, the hospital's side from the first
/// sending on, and what those below sent or received for whoever oversees.
record Sides(boolean sends, boolean receives, boolean oversees, Scope scope) {

  private static final List<ReferralDuty> AT_THE_HOSPITAL =
      List.of(ReferralDuty.REVIEW, ReferralDuty.ADVISE, ReferralDuty.ARRIVE, ReferralDuty.TREAT);

  static Sides of(Staff by) {
    return new Sides(
        by.may(ReferralDuty.SEND),
        AT_THE_HOSPITAL.stream().anyMatch(by::may),
        by.may(ReferralDuty.OVERSEE),
        by.scope(ReferralDuty.OVERSEE).orElse(Scope.OWN));
  }

  boolean none() {
    return !sends && !receives && !oversees;
  }
}
