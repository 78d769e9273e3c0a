package org.heyi.platform.shared;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/// 居民: one person in the master index, whatever numbers and cards they have.
public record ResidentId(UUID value) {

  /// A new id, ordered by time (UUID version 7), so that indexes grow at one end.
  public static ResidentId next() {
    return new ResidentId(UuidCreator.getTimeOrderedEpoch());
  }

  public static ResidentId of(String value) {
    return new ResidentId(UUID.fromString(value));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
