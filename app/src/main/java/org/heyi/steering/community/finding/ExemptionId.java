package org.heyi.steering.community.finding;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/// 例外认定编号: one exemption of a finding.
public record ExemptionId(UUID value) {

  static ExemptionId next() {
    return new ExemptionId(UuidCreator.getTimeOrderedEpoch());
  }

  public static ExemptionId of(String value) {
    return new ExemptionId(UUID.fromString(value));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
