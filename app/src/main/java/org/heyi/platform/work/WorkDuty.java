package org.heyi.platform.work;

import org.heyi.platform.shared.Duty;

/// 待办职责.
public enum WorkDuty implements Duty {
  /// Look after the work of the institutions within reach: what is overdue and what nobody owns.
  SUPERVISE
}
