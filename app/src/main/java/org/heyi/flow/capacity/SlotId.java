package org.heyi.flow.capacity;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/// 号: one bookable place in a time segment of a clinic.
public record SlotId(UUID value) {

  public static SlotId next() {
    return new SlotId(UuidCreator.getTimeOrderedEpoch());
  }

  public static SlotId of(String value) {
    return new SlotId(UUID.fromString(value));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
