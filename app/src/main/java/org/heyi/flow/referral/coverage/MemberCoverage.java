package org.heyi.flow.referral.coverage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.heyi.platform.access.DutyUse;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.steering.community.MemberRole;
import org.jspecify.annotations.Nullable;

/// 成员接入: one member on the platform, or not yet.
///
/// @param accounts those there who may send or receive referrals
/// @param lastUse the newest of their sign-ins and of the institution's steps of referrals
/// @param office it has named who is responsible
/// @param clinics how many it manages, and how many of them have such an account
public record MemberCoverage(
    InstitutionId institution,
    String name,
    MemberRole role,
    DutyUse accounts,
    @Nullable Instant lastUse,
    boolean office,
    long clinics,
    long clinicsConnected) {

  public boolean connected() {
    return accounts.open();
  }

  /// What is missing, the worst first: no-account, never-used, no-office, clinics.
  public List<String> missing() {
    var missing = new ArrayList<String>();
    if (!connected()) {
      missing.add("no-account");
    } else if (lastUse == null) {
      missing.add("never-used");
    }
    if (!office) {
      missing.add("no-office");
    }
    if (clinicsConnected < clinics) {
      missing.add("clinics");
    }
    return missing;
  }

  /// Smaller comes first: those that are not connected before those that lack something.
  int rank() {
    return !connected()
        ? 0
        : lastUse == null ? 1 : !office ? 2 : clinicsConnected < clinics ? 3 : 4;
  }
}
