package org.heyi.platform.access.emergency;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/// 紧急访问编号: one breaking of the glass.
public record EmergencyId(UUID value) {

  static EmergencyId next() {
    return new EmergencyId(UuidCreator.getTimeOrderedEpoch());
  }

  public static EmergencyId of(String value) {
    return new EmergencyId(UUID.fromString(value));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
