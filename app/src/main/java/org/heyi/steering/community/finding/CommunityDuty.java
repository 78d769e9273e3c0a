package org.heyi.steering.community.finding;

import org.heyi.platform.shared.Duty;

/// 医共体职责: what a post may do about consortia; reading about them needs no duty.
public enum CommunityDuty implements Duty {
  /// Lets a structure rule be, with a reason.
  EXEMPT
}
