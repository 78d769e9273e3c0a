package org.heyi.platform.revision;

import org.heyi.platform.shared.Duty;

/// 修订职责.
public enum RevisionDuty implements Duty {
  /// Uploads a version of the area's pack, and says from when it holds.
  PUBLISH
}
