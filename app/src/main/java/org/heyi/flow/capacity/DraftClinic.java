package org.heyi.flow.capacity;

import java.time.LocalDate;
import java.util.List;
import org.heyi.platform.shared.AccountId;
import org.jspecify.annotations.Nullable;

/// 排一次门诊: one clinic of a doctor on a day, as a draft.
///
/// @param session `am`, `pm` or `evening`
/// @param slotClass `expert` or `ordinary`
public record DraftClinic(
    String department,
    String practitioner,
    @Nullable AccountId account,
    LocalDate day,
    String session,
    String slotClass,
    String place,
    int extraLimit,
    List<PlanTemplate.Segment> segments) {

  public DraftClinic {
    segments = List.copyOf(segments);
  }

  /// What there can be one of: drafted twice it is one clinic.
  public record Key(
      String department, String practitioner, LocalDate day, String session, String slotClass) {}

  public Key key() {
    return new Key(department, practitioner, day, session, slotClass);
  }
}
