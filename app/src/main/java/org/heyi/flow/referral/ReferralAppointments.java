package org.heyi.flow.referral;

import java.util.UUID;
import java.util.function.BiConsumer;
import org.heyi.flow.capacity.PurposeOwner;
import org.heyi.flow.capacity.SlotId;
import org.heyi.platform.shared.Staff;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Appointments of referrals are dealt with at the referral: the schedule's own pages lead there,
/// and what other systems do to the appointment is a step of the referral.
@Component
class ReferralAppointments implements PurposeOwner {

  private final ObjectProvider<Referrals> referrals;

  /// @param referrals asked for late, because they need the appointments themselves
  ReferralAppointments(ObjectProvider<Referrals> referrals) {
    this.referrals = referrals;
  }

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

  @Override
  public void require(String purposeId, Staff by) {
    referrals.getObject().view(id(purposeId), by);
  }

  @Override
  public void book(String purposeId, SlotId slot, Staff by) {
    step(purposeId, by, (id, press) -> referrals.getObject().move(id, slot, press, by));
  }

  @Override
  public void arrive(String purposeId, Staff by) {
    step(purposeId, by, (id, press) -> referrals.getObject().arrive(id, press, by));
  }

  @Override
  public void noShow(String purposeId, Staff by) {
    step(purposeId, by, (id, press) -> referrals.getObject().noShow(id, press, by));
  }

  /// What comes twice is known by the caller's own key, so each step has one of its own here.
  private void step(String purposeId, Staff by, BiConsumer<ReferralId, Press> step) {
    var id = id(purposeId);
    var version = referrals.getObject().view(id, by).facts().version();
    step.accept(id, Press.of(UUID.randomUUID(), version));
  }

  private static ReferralId id(String purposeId) {
    try {
      return ReferralId.of(purposeId);
    } catch (IllegalArgumentException none) {
      throw ReferralProblem.NOT_FOUND.with(purposeId);
    }
  }
}
