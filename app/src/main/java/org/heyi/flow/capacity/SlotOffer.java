package org.heyi.flow.capacity;

import java.time.Instant;
import java.time.LocalDate;
import org.heyi.platform.shared.InstitutionId;

/// A slot with what is printed about it and what the rules ask of it.
record SlotOffer(
    SlotId slot,
    ClinicId clinic,
    InstitutionId hospital,
    String department,
    String departmentName,
    String practitioner,
    String slotClass,
    boolean reserved,
    LocalDate day,
    Instant start,
    Instant end,
    Instant sessionStart,
    int number,
    String place,
    boolean offered) {

  boolean sameDepartment(SlotOffer other) {
    return hospital.equals(other.hospital) && department.equals(other.department);
  }

  SlotRules.SlotFacts facts() {
    return facts(reserved);
  }

  /// The same segment's other pool, for when the asked slot is gone.
  SlotRules.SlotFacts facts(boolean asReserved) {
    return new SlotRules.SlotFacts(offered, asReserved, day, start, sessionStart);
  }

  /// The slot that was really taken: of the same segment, perhaps another number and pool.
  SlotOffer taken(SlotId slot, int number, boolean reserved) {
    return new SlotOffer(
        slot,
        clinic,
        hospital,
        department,
        departmentName,
        practitioner,
        slotClass,
        reserved,
        day,
        start,
        end,
        sessionStart,
        number,
        place,
        offered);
  }

  AppointmentView view(Appointment it) {
    return new AppointmentView(
        it.id(),
        slot,
        it.resident(),
        hospital,
        department,
        departmentName,
        practitioner,
        slotClass,
        reserved,
        start,
        end,
        number,
        place,
        it.status().word());
  }
}
