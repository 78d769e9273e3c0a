package org.heyi.flow.capacity;

import java.util.Set;
import org.heyi.platform.shared.ConsortiumId;

/// 预约人: who books, as the rules see them.
///
/// @param books has the duty to book
/// @param familyDoctor books as a family doctor
/// @param primary is of a primary institution, or of a clinic that one manages
/// @param referral books for a referral
/// @param carried the entitlement was shown when the appointment that is now moved was booked
/// @param consortia those the booker's institution belongs to today
record Booker(
    boolean books,
    boolean familyDoctor,
    boolean primary,
    boolean referral,
    boolean carried,
    Set<ConsortiumId> consortia) {

  /// The kind of purpose that makes a booking one for a referred patient (转诊患者).
  static final String REFERRAL = "referral";

  Booker {
    consortia = Set.copyOf(consortia);
  }

  /// A member of the public, who books for themselves.
  static Booker publicMember() {
    return new Booker(true, false, false, false, false, Set.of());
  }

  /// The same when moving an appointment they are a party of, for which they need no further duty.
  Booker moving(boolean entitled) {
    return new Booker(true, familyDoctor, primary, referral, entitled, consortia);
  }
}
