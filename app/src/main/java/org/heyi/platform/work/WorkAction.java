package org.heyi.platform.work;

import java.util.EnumSet;
import java.util.Set;
import org.heyi.platform.shared.Staff;

/// 待办操作: what may be done with an item itself.
public enum WorkAction {
  /// Take it for oneself.
  CLAIM,
  /// Give it back.
  RELEASE;

  /// @param supervises whether the caller's duty to supervise reaches the owner
  static Set<WorkAction> of(WorkItem item, Staff by, boolean supervises) {
    var may = EnumSet.noneOf(WorkAction.class);
    if (item.concerns(by) && (item.isFree() || (item.isOf(by) && item.claimedAt() == null))) {
      may.add(CLAIM);
    }
    var deputises = item.isDeputisedBy(by) && item.concerns(by);
    if (item.isOf(by) || deputises || (supervises && !item.isFree())) {
      may.add(RELEASE);
    }
    return may;
  }
}
