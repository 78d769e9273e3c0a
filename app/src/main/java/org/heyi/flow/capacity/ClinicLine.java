package org.heyi.flow.capacity;

import java.time.Instant;
import java.time.LocalDate;

/// 出诊表一格: a clinic in the week's grid.
///
/// @param status draft, published or stopped
/// @param places not cancelled
/// @param booked with a resident who is or was expected
public record ClinicLine(
    ClinicId id,
    String department,
    String departmentName,
    String practitioner,
    LocalDate day,
    String session,
    String slotClass,
    Instant start,
    Instant end,
    String status,
    int version,
    int places,
    int reserved,
    int booked) {}
