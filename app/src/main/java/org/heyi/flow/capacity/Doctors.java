package org.heyi.flow.capacity;

import org.heyi.platform.access.DutyHolders;
import org.heyi.platform.access.leaving.DutyAt;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whether somebody can be given clinics: they hold the duty at the hospital now, and to the
/// commit.
@Component
class Doctors {

  private final DutyHolders holders;

  Doctors(DutyHolders holders) {
    this.holders = holders;
  }

  /// A doctor without an account is a name, which nobody can close.
  boolean canHold(@Nullable AccountId doctor, InstitutionId hospital) {
    return doctor == null || holders.keep(doctor, new DutyAt(hospital, CapacityDuty.ADD.code()));
  }

  void check(@Nullable AccountId doctor, String name, InstitutionId hospital) {
    if (!canHold(doctor, hospital)) {
      throw CapacityProblem.DOCTOR_NOT_HERE.with(name);
    }
  }
}
