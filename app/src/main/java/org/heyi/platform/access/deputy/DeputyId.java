package org.heyi.platform.access.deputy;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/// 代理编号: one deputyship.
public record DeputyId(UUID value) {

  static DeputyId next() {
    return new DeputyId(UuidCreator.getTimeOrderedEpoch());
  }

  public static DeputyId of(String value) {
    return new DeputyId(UUID.fromString(value));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
