package org.heyi.steering.directory;

import org.heyi.platform.shared.Duty;

/// What a post may do in the directory; reading it needs no duty.
public enum DirectoryDuty implements Duty {
  /// Enters practitioners.
  ENLIST,
  /// Sees the numbers of the jurisdictions within reach (GOV-32).
  OVERSEE,
  /// Keeps the siting plan of village clinics (GOV-10).
  SITE
}
