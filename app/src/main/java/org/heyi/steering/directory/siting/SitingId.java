package org.heyi.steering.directory.siting;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/// 规划版次编号: one version of a siting plan.
public record SitingId(UUID value) {

  static SitingId next() {
    return new SitingId(UuidCreator.getTimeOrderedEpoch());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
