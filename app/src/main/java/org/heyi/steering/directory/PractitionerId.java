package org.heyi.steering.directory;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/// 执业人员编号.
public record PractitionerId(UUID value) {

  public static PractitionerId next() {
    return new PractitionerId(UuidCreator.getTimeOrderedEpoch());
  }

  public static PractitionerId of(String value) {
    return new PractitionerId(UUID.fromString(value));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
