package org.heyi.platform.operation;

import org.heyi.platform.shared.Duty;

/// 运行职责.
public enum OperationDuty implements Duty {
  /// See how the system runs: of the whole installation, as it has no part that belongs to an area.
  WATCH
}
