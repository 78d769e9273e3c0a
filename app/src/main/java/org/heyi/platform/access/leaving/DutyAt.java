package org.heyi.platform.access.leaving;

import org.heyi.platform.shared.InstitutionId;

/// 机构职责: a duty at an institution, which one must hold there to take a matter on.
///
/// @param duty code of the duty, e.g. `referral.review`
public record DutyAt(InstitutionId institution, String duty) {

  /// As SQL compares it: institution and duty with a blank between.
  public String key() {
    return institution.value() + " " + duty;
  }
}
