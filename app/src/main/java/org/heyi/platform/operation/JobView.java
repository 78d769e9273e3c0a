package org.heyi.platform.operation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// 定时任务: one job of the house and how it goes.
///
/// @param name `room.verb`; its word is `job.room.verb`
/// @param next until its next run; negative when that should have begun
/// @param node where it runs right now, or empty
/// @param success since its last good run, or null before the first
/// @param failure since its last failed run, or null
/// @param failures how many runs failed since the last good one
public record JobView(
    String name,
    Duration next,
    String node,
    @Nullable Duration success,
    @Nullable Duration failure,
    int failures) {

  public boolean running() {
    return !node.isEmpty();
  }

  /// How long its next run has been waiting to begin.
  Duration late() {
    return running() || next.isPositive() ? Duration.ZERO : next.negated();
  }
}
