package org.heyi.flow.capacity;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/// 出诊单元: one doctor's clinic of a department on a day, in a session, of one class.
public record ClinicId(UUID value) {

  public static ClinicId next() {
    return new ClinicId(UuidCreator.getTimeOrderedEpoch());
  }

  public static ClinicId of(String value) {
    return new ClinicId(UUID.fromString(value));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
