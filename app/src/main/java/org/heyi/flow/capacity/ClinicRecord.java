package org.heyi.flow.capacity;

import java.time.Instant;
import org.heyi.platform.shared.InstitutionId;

/// 出诊记录: a clinic as other systems know it.
///
/// @param session am, pm or evening
/// @param slotClass expert or ordinary
/// @param status draft, published or stopped; drafts are known to their hospital only
public record ClinicRecord(
    ClinicId id,
    InstitutionId hospital,
    String hospitalName,
    String department,
    String departmentName,
    String practitioner,
    String session,
    String slotClass,
    String place,
    Instant start,
    Instant end,
    String status,
    int version) {}
