package org.heyi.platform.access.emergency;

import java.time.Instant;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.ResidentId;
import org.jspecify.annotations.Nullable;

/// 紧急访问: one breaking of the glass, as a reviewer sees it.
///
/// @param name who broke it
/// @param place the institution's name
/// @param verdict null until somebody judged it
public record EmergencyView(
    EmergencyId id,
    ResidentId resident,
    String name,
    String role,
    InstitutionId institution,
    String place,
    String reason,
    Instant at,
    Instant until,
    @Nullable Verdict verdict,
    @Nullable Instant reviewedAt,
    String reviewer,
    String note) {

  EmergencyView at(String name) {
    return new EmergencyView(
        id,
        resident,
        this.name,
        role,
        institution,
        name,
        reason,
        at,
        until,
        verdict,
        reviewedAt,
        reviewer,
        note);
  }
}
