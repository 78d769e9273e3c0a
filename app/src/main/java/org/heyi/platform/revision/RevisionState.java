package org.heyi.platform.revision;

/// 修订状态. A file with faults is no revision: its faults are shown and nothing is kept.
public enum RevisionState {
  /// 待定: uploaded and compared; changes nothing.
  PROPOSED,
  /// 待生效: comes into force at the beginning of its day.
  SCHEDULED,
  /// 已生效: it came into force; whether it still is, the area's versions say.
  IN_FORCE,
  /// 已撤回.
  WITHDRAWN,
  /// 未能生效: when its day came, something stood against it.
  FAILED;

  public boolean isOpen() {
    return this == PROPOSED || this == SCHEDULED;
  }
}
