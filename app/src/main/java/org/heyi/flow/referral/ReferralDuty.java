package org.heyi.flow.referral;

import org.heyi.platform.shared.Duty;

/// 转诊职责: what a post may do with referrals.
public enum ReferralDuty implements Duty {
  /// Write, send, withdraw, move and close referrals of one's own institution.
  SEND,
  /// Review what is addressed to the hospital: the referral office.
  REVIEW,
  /// Give the office a physician's opinion.
  ADVISE,
  /// Mark arrival and no-show at the desk.
  ARRIVE,
  /// Take into care and feed back.
  TREAT,
  /// Look on, and free what somebody holds.
  OVERSEE,
  /// See which members of a consortium are on the platform: the commission and the lead hospital.
  COVERAGE
}
