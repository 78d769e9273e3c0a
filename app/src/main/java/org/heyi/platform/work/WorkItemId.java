package org.heyi.platform.work;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/// 待办编号.
public record WorkItemId(UUID value) {

  /// A new id, ordered by time (UUID version 7), so that indexes grow at one end.
  public static WorkItemId next() {
    return new WorkItemId(UuidCreator.getTimeOrderedEpoch());
  }

  public static WorkItemId of(String value) {
    return new WorkItemId(UUID.fromString(value));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
