package org.heyi.flow.referral.api;

import java.time.Instant;
import java.util.List;
import org.heyi.flow.referral.coverage.ConsortiumCoverage;
import org.heyi.flow.referral.coverage.MemberCoverage;
import org.jspecify.annotations.Nullable;

/// A consortium's members on the platform as JSON, those that are not connected first.
record CoverageJson(
    String consortium, String name, long members, long connected, List<Member> institutions) {

  /// @param missing no-account, never-used, no-office, clinics
  record Member(
      String institution,
      String name,
      String role,
      boolean connected,
      List<String> missing,
      long people,
      long systems,
      @Nullable Instant lastUse,
      boolean office,
      long clinics,
      long clinicsConnected) {

    static Member of(MemberCoverage it) {
      return new Member(
          it.institution().value(),
          it.name(),
          it.role().code(),
          it.connected(),
          it.missing(),
          it.accounts().people(),
          it.accounts().systems(),
          it.lastUse(),
          it.office(),
          it.clinics(),
          it.clinicsConnected());
    }
  }

  static CoverageJson of(ConsortiumCoverage it) {
    return new CoverageJson(
        it.consortium().id().value(),
        it.consortium().name(),
        it.members().size(),
        it.connected(),
        it.members().stream().map(Member::of).toList());
  }
}
