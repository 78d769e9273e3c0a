package org.heyi.flow.capacity;

import java.time.Instant;
import java.util.Set;
import org.heyi.platform.shared.ResidentId;

/// 分诊台一行: one appointment of a day, numbers of persons masked.
///
/// @param purposePath where it is dealt with when it belongs to another room, or empty
/// @param may the steps the caller may take now
public record DeskLine(
    AppointmentId id,
    ResidentId resident,
    String name,
    String idNumber,
    String phone,
    int number,
    Instant start,
    Instant end,
    String departmentName,
    String practitioner,
    String slotClass,
    boolean reserved,
    String purposeKind,
    String purposePath,
    String bookedByName,
    String bookedByInstitution,
    String status,
    Set<String> may) {}
