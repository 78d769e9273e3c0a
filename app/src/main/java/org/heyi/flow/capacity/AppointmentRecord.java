package org.heyi.flow.capacity;

import java.time.Instant;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Subject;

/// 预约记录: an appointment with all that another system needs to follow it.
///
/// @param reason why it was cancelled or displaced, or empty
/// @param version counts its changes, from 1
public record AppointmentRecord(
    AppointmentView appointment,
    Subject purpose,
    InstitutionId bookedBy,
    String reason,
    Instant booked,
    Instant changed,
    int version) {}
