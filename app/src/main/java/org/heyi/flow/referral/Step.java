package org.heyi.flow.referral;

import org.heyi.flow.referral.content.Destination;
import org.jspecify.annotations.Nullable;

/// 步骤: what is written into a referral's course.
///
/// @param note advice, reason, question or opinion; shown to everyone who sees the referral
/// @param actingFor whose deputy did it, or empty
/// @param passage from where to where it was sent on; null for other steps
record Step(
    ReferralAction action,
    String note,
    @Nullable OnPaper paper,
    String actingFor,
    @Nullable Passage passage) {

  /// 改转的去向.
  record Passage(Destination from, Destination to) {

    boolean elsewhere() {
      return !from.hospital().equals(to.hospital());
    }
  }

  static Step of(ReferralAction action) {
    return new Step(action, "", null, "", null);
  }

  static Step of(ReferralAction action, String note) {
    return new Step(action, note, null, "", null);
  }

  static Step of(ReferralAction action, Press press) {
    return new Step(action, "", press.paper(), "", null);
  }

  static Step of(ReferralAction action, String note, Press press) {
    return new Step(action, note, press.paper(), "", null);
  }

  static Step redirect(Destination from, Destination to, String note) {
    return new Step(ReferralAction.REDIRECT, note, null, "", new Passage(from, to));
  }

  Step actingFor(String absent) {
    return new Step(action, note, paper, absent, passage);
  }
}
