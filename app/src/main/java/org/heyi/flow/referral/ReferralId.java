package org.heyi.flow.referral;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/// 转诊编号.
public record ReferralId(UUID value) {

  public static ReferralId next() {
    return new ReferralId(UuidCreator.getTimeOrderedEpoch());
  }

  public static ReferralId of(String value) {
    return new ReferralId(UUID.fromString(value));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
