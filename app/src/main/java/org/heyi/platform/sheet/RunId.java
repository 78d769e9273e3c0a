package org.heyi.platform.sheet;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/// 导入编号.
public record RunId(UUID value) {

  /// A new id, ordered by time (UUID version 7), so that indexes grow at one end.
  public static RunId next() {
    return new RunId(UuidCreator.getTimeOrderedEpoch());
  }

  public static RunId of(String value) {
    return new RunId(UUID.fromString(value));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
