package org.heyi.flow.capacity;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// 预留达标: one visit day of a hospital and one basis (APT-07).
///
/// @param basis `expert` or `outpatient`
/// @param used reserved slots that are booked
/// @param byReferral of those, booked for referrals
/// @param unused reserved slots nobody used before their fate fell
/// @param reason why the day may be below the share, or empty
public record QuotaLine(
    LocalDate day,
    String basis,
    int offered,
    int reserved,
    int required,
    int used,
    int byReferral,
    int unused,
    String reason,
    String reasonBy,
    @Nullable Instant reasonAt) {

  public int missing() {
    return Math.max(0, required - reserved);
  }
}
