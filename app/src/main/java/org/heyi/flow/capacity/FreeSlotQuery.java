package org.heyi.flow.capacity;

import java.time.LocalDate;
import org.heyi.platform.shared.InstitutionId;

/// 查号: which free times somebody looks for.
///
/// @param department department code, or empty for all of the hospital
/// @param most how many segments at most
/// @param purposeKind what the booking will be for; plans give referred patients a right to
///   reserved slots
public record FreeSlotQuery(
    InstitutionId hospital, String department, LocalDate from, int most, String purposeKind) {

  private static final int MOST = 200;

  public FreeSlotQuery {
    most = Math.clamp(most, 1, MOST);
  }

  /// For a referral.
  public FreeSlotQuery(InstitutionId hospital, String department, LocalDate from, int most) {
    this(hospital, department, from, most, Booker.REFERRAL);
  }
}
