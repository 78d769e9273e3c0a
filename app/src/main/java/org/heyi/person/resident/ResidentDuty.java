package org.heyi.person.resident;

import org.heyi.platform.shared.Duty;

/// 居民职责.
public enum ResidentDuty implements Duty {
  /// Registers residents and keeps their particulars, ties, contacts and consents.
  REGISTER,
  /// Finds residents and sees who they are, numbers masked.
  VIEW,
  /// Records which population groups a resident belongs to.
  CARE,
  /// Sees a number in full, for a purpose that is kept.
  REVEAL
}
