package org.heyi.flow.capacity;

import java.time.Instant;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.ResidentId;

/// 预约单: an appointment as shown.
///
/// @param status word of the appointment's state: booked, arrived, cancelled, no_show, displaced
/// @param number the visit number within the clinic (就诊序号)
/// @param place where to go, as printed on the slip
public record AppointmentView(
    AppointmentId id,
    SlotId slot,
    ResidentId resident,
    InstitutionId hospital,
    String department,
    String departmentName,
    String practitioner,
    String slotClass,
    boolean reserved,
    Instant start,
    Instant end,
    int number,
    String place,
    String status) {}
