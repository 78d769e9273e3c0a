package org.heyi.flow.referral;

import java.util.List;
import org.heyi.platform.access.Reach;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Staff;
import org.springframework.stereotype.Component;

/// 可见: who may know that a referral exists. Everybody else gets "not found".
@Component
class ReferralSight {

  private static final List<ReferralDuty> AT_THE_HOSPITAL =
      List.of(ReferralDuty.REVIEW, ReferralDuty.ADVISE, ReferralDuty.ARRIVE, ReferralDuty.TREAT);

  private final Reach reach;

  ReferralSight(Reach reach) {
    this.reach = reach;
  }

  /// What was never sent is the sender's alone: its facts name no receiver.
  boolean sees(ReferralFacts it, Staff by) {
    if (it.sentBy(by) || oversees(by, it.sender())) {
      return true;
    }
    var receiver = it.receiver();
    return receiver != null
        && (AT_THE_HOSPITAL.stream().anyMatch(duty -> by.mayAt(duty, receiver))
            || oversees(by, receiver));
  }

  private boolean oversees(Staff by, InstitutionId where) {
    return by.may(ReferralDuty.OVERSEE) && reach.covers(by, ReferralDuty.OVERSEE, where);
  }
}
