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

  /// Now, or because their hospital had it before.
  boolean sees(ReferralFacts it, Staff by) {
    return seesNow(it, by) || !earlier(it, by).isEmpty();
  }

  /// What was never sent is the sender's alone: its facts name no receiver.
  boolean seesNow(ReferralFacts it, Staff by) {
    var receiver = it.receiver();
    return it.sentBy(by)
        || oversees(by, it.sender())
        || (receiver != null && standsAt(receiver, by));
  }

  /// The hospitals that sent it on, and that the caller stands for.
  List<InstitutionId> earlier(ReferralFacts it, Staff by) {
    return it.earlier().stream().filter(hospital -> standsAt(hospital, by)).toList();
  }

  private boolean standsAt(InstitutionId hospital, Staff by) {
    return AT_THE_HOSPITAL.stream().anyMatch(duty -> by.mayAt(duty, hospital))
        || oversees(by, hospital);
  }

  private boolean oversees(Staff by, InstitutionId where) {
    return by.may(ReferralDuty.OVERSEE) && reach.covers(by, ReferralDuty.OVERSEE, where);
  }
}
