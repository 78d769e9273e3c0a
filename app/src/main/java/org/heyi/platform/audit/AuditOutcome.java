package org.heyi.platform.audit;

/// 结果: whether the act happened.
public enum AuditOutcome {
  /// It happened.
  DONE,
  /// It was tried and refused.
  REFUSED
}
