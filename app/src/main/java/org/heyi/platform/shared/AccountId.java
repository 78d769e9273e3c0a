package org.heyi.platform.shared;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/// 账号: one person who may sign in.
public record AccountId(UUID value) implements java.io.Serializable {

  /// A new id, ordered by time (UUID version 7), so that indexes grow at one end.
  public static AccountId next() {
    return new AccountId(UuidCreator.getTimeOrderedEpoch());
  }

  public static AccountId of(String value) {
    return new AccountId(UUID.fromString(value));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
