package org.heyi.platform.access;

import org.heyi.platform.shared.Duty;

/// 访问职责: what administrators of access, and clinicians in an emergency, may do.
public enum AccessDuty implements Duty {
  /// Opens and closes accounts, gives and ends posts.
  MANAGE_ACCOUNTS,
  /// Locks and unlocks accounts, gives new passwords, resets second factors, sees and ends
  /// sessions.
  MANAGE_SECURITY,
  /// Looks at a resident without a relationship, with a reason.
  BREAK_GLASS,
  /// Judges such looks afterwards.
  REVIEW_EMERGENCY
}
