package org.heyi.platform.work;

import org.jspecify.annotations.Nullable;

/// 待办查询: which of the reader's items; what is null or empty does not narrow.
public record WorkQuery(Whose whose, String kind, @Nullable Integer urgency, boolean overdue) {

  /// Whose items.
  public enum Whose {
    /// Free, or one's own.
    WAITING,
    /// One's own.
    MINE,
    /// Free.
    FREE,
    /// Colleagues' too.
    ALL
  }

  public static WorkQuery waiting() {
    return new WorkQuery(Whose.WAITING, "", null, false);
  }
}
