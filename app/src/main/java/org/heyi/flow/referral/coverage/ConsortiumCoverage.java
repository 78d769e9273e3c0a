package org.heyi.flow.referral.coverage;

import java.util.List;
import org.heyi.steering.community.ConsortiumView;

/// 医共体接入: its members, those that are not connected first.
public record ConsortiumCoverage(ConsortiumView consortium, List<MemberCoverage> members) {

  public ConsortiumCoverage {
    members = List.copyOf(members);
  }

  public long connected() {
    return members.stream().filter(MemberCoverage::connected).count();
  }

  public long withOffice() {
    return members.stream().filter(MemberCoverage::office).count();
  }

  public long clinics() {
    return members.stream().mapToLong(MemberCoverage::clinics).sum();
  }

  public long clinicsConnected() {
    return members.stream().mapToLong(MemberCoverage::clinicsConnected).sum();
  }
}
