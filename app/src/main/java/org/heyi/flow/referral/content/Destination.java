package org.heyi.flow.referral.content;

import org.heyi.platform.shared.InstitutionId;

/// 转往: the hospital and the department a resident is sent to.
///
/// @param department code of the hospital's department
public record Destination(InstitutionId hospital, String department) {

  public Destination {
    if (department.isBlank()) {
      throw new IllegalArgumentException("a destination names a department");
    }
  }
}
