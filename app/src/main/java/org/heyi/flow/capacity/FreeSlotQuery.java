package org.heyi.flow.capacity;

import java.time.Instant;
import java.time.LocalDate;
import org.heyi.platform.shared.InstitutionId;
import org.jspecify.annotations.Nullable;

/// 查号: which free times somebody looks for.
///
/// @param department department code, or empty for all of the hospital
/// @param practitioner the doctor's name, or empty for all
/// @param until when the visit begins at the latest, exclusive; null is as far as slots are open
/// @param most how many segments at most
/// @param purposeKind what the booking will be for; plans give referred patients a right to
///   reserved slots
public record FreeSlotQuery(
    InstitutionId hospital,
    String department,
    String practitioner,
    Instant from,
    @Nullable Instant until,
    int most,
    String purposeKind) {

  private static final int MOST = 200;

  public FreeSlotQuery {
    most = Math.clamp(most, 1, MOST);
  }

  public FreeSlotQuery(
      InstitutionId hospital, String department, LocalDate from, int most, String purposeKind) {
    this(hospital, department, "", VisitDay.start(from), null, most, purposeKind);
  }

  /// For a referral.
  public FreeSlotQuery(InstitutionId hospital, String department, LocalDate from, int most) {
    this(hospital, department, from, most, Booker.REFERRAL);
  }
}
