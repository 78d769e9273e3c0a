package org.heyi.platform.shared;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/// 岗位: one account's position at one institution.
public record PostId(UUID value) implements java.io.Serializable {

  /// A new id, ordered by time (UUID version 7), so that indexes grow at one end.
  public static PostId next() {
    return new PostId(UuidCreator.getTimeOrderedEpoch());
  }

  public static PostId of(String value) {
    return new PostId(UUID.fromString(value));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
