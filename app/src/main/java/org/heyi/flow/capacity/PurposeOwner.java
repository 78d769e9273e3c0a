package org.heyi.flow.capacity;

import org.heyi.platform.shared.Staff;

/// 业务归属: the room whose thing an appointment is for, e.g. a referral. It declares itself as a bean.
///
/// Arriving, moving and cancelling such an appointment are steps of that thing; so the pages of
/// this room lead there instead of offering them, other systems' steps are done by it, and the two
/// never disagree.
public interface PurposeOwner {

  /// The purpose's kind, e.g. `referral`.
  String kind();

  /// Where it is dealt with, e.g. `/referrals/0190…`.
  String path(String purposeId);

  /// Whether such things are the caller's business at all; to others no link is shown.
  boolean opens(Staff by);

  /// Makes sure that there is such a thing for the caller.
  ///
  /// @throws org.heyi.platform.shared.ProblemException of kind UNKNOWN
  void require(String purposeId, Staff by);

  /// Books the thing's visit, or moves it, as a step of the thing.
  ///
  /// @throws org.heyi.platform.shared.ProblemException also when there is no such thing for the
  ///   caller
  void book(String purposeId, SlotId slot, Staff by);

  /// Marks arrival as a step of the thing.
  void arrive(String purposeId, Staff by);

  /// Marks a no-show as a step of the thing.
  void noShow(String purposeId, Staff by);
}
