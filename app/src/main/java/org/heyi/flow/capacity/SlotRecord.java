package org.heyi.flow.capacity;

import java.time.Instant;
import org.heyi.platform.shared.InstitutionId;

/// 号位: one slot as the caller may know it. Who booked it is never said.
///
/// @param status to those who see the hospital's clinics: `free`, `held`, `booked` or, when it was
///   cancelled, `closed`; to others `free` when they may take it now, else `closed`
public record SlotRecord(
    SlotId id,
    ClinicId clinic,
    InstitutionId hospital,
    String department,
    String departmentName,
    String practitioner,
    String slotClass,
    boolean reserved,
    Instant start,
    Instant end,
    String status) {}
