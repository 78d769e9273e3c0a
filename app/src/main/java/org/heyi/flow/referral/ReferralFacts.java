package org.heyi.flow.referral;

import java.time.Instant;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Staff;
import org.jspecify.annotations.Nullable;

/// 转诊要素: all that decides what may be done now. It stands in the view and is read with the
/// aggregate, so that page, API and command give one answer.
///
/// @param forwarded lies with a physician for an opinion
/// @param slotHeld a time at the hospital is booked for it
/// @param receiver null while a draft names none
/// @param assignee who has claimed it or was given it
/// @param due when the next step is due
public record ReferralFacts(
    ReferralId id,
    ReferralState state,
    boolean forwarded,
    boolean slotHeld,
    InstitutionId sender,
    AccountId author,
    @Nullable InstitutionId receiver,
    @Nullable AccountId assignee,
    @Nullable Instant due,
    int version) {

  boolean sentBy(Staff by) {
    return by.mayAt(ReferralDuty.SEND, sender);
  }

  boolean receivedBy(Staff by, ReferralDuty duty) {
    return receiver != null && by.mayAt(duty, receiver);
  }

  boolean free() {
    return assignee == null;
  }

  boolean with(Staff by) {
    return by.account().equals(assignee);
  }

  ReferralFacts unclaimed() {
    return new ReferralFacts(
        id, state, forwarded, slotHeld, sender, author, receiver, null, due, version);
  }
}
