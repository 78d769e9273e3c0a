package org.heyi.flow.capacity;

import java.time.Instant;
import org.heyi.platform.shared.ResidentId;

/// 待告知一行: a booked resident who has to be told that a clinic was stopped or another doctor stands
/// in, and rebooked where they wish.
///
/// @param status displaced when stopped, booked when substituted
public record TellLine(
    AppointmentId id,
    ResidentId resident,
    String name,
    String phone,
    String hospitalName,
    String departmentName,
    String practitioner,
    Instant start,
    String status,
    String reason,
    String bookedByInstitution) {}
