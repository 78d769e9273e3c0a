package org.heyi.flow.referral;

import java.time.Instant;
import org.heyi.platform.shared.Staff;
import org.jspecify.annotations.Nullable;

/// A referral as it was read for a command: the aggregate, and the facts that decide.
///
/// @param assigneeName who has its work, or empty
/// @param sentAt when it was sent for the first time; null before
record Found(
    Referral referral, ReferralFacts facts, String assigneeName, @Nullable Instant sentAt) {

  /// For whom somebody acts who does a step now: the one who has the work, by their deputy; else
  /// empty.
  String actingFor(Staff by) {
    return facts.isDeputisedBy(by) ? assigneeName : "";
  }
}
