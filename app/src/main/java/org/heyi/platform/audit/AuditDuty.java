package org.heyi.platform.audit;

import org.heyi.platform.shared.Duty;

/// 审计职责.
public enum AuditDuty implements Duty {
  /// Read the log and check its chain.
  REVIEW
}
