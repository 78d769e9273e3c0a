package org.heyi.flow.referral;

import org.jspecify.annotations.Nullable;

/// 步骤: what is written into a referral's course.
///
/// @param note advice, reason, question or opinion; shown to everyone who sees the referral
/// @param actingFor whose deputy did it, or empty
record Step(ReferralAction action, String note, @Nullable OnPaper paper, String actingFor) {

  static Step of(ReferralAction action) {
    return new Step(action, "", null, "");
  }

  static Step of(ReferralAction action, Press press) {
    return new Step(action, "", press.paper(), "");
  }

  static Step of(ReferralAction action, String note, Press press) {
    return new Step(action, note, press.paper(), "");
  }

  Step actingFor(String absent) {
    return new Step(action, note, paper, absent);
  }
}
