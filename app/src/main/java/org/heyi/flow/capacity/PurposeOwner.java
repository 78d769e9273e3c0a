package org.heyi.flow.capacity;

import org.heyi.platform.shared.Staff;

/// 业务归属: the room whose thing an appointment is for, e.g. a referral. It declares itself as a bean.
///
/// Arriving, moving and cancelling such an appointment are steps of that thing; so the pages of
/// this room lead there instead of offering them, and the two never disagree.
public interface PurposeOwner {

  /// The purpose's kind, e.g. `referral`.
  String kind();

  /// Where it is dealt with, e.g. `/referrals/0190…`.
  String path(String purposeId);

  /// Whether such things are the caller's business at all; to others no link is shown.
  boolean opens(Staff by);
}
