package org.heyi.flow.capacity;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/// 预约: one resident's booking of a slot.
public record AppointmentId(UUID value) {

  public static AppointmentId next() {
    return new AppointmentId(UuidCreator.getTimeOrderedEpoch());
  }

  public static AppointmentId of(String value) {
    return new AppointmentId(UUID.fromString(value));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
