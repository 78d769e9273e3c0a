package org.heyi.flow.referral;

import org.heyi.flow.capacity.PurposeOwner;
import org.heyi.platform.shared.Staff;
import org.springframework.stereotype.Component;

/// Appointments of referrals are dealt with at the referral: the schedule's own pages lead there.
@Component
class ReferralAppointments implements PurposeOwner {

  @Override
  public String kind() {
    return "referral";
  }

  @Override
  public String path(String purposeId) {
    return "/referrals/" + purposeId;
  }

  @Override
  public boolean opens(Staff by) {
    return java.util.Arrays.stream(ReferralDuty.values()).anyMatch(by::may);
  }
}
