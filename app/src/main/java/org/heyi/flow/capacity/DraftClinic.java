package org.heyi.flow.capacity;

import java.time.LocalDate;
import java.util.List;

/// 排一次门诊: one clinic of a doctor on a single day, as a list or a hospital's own system plans it.
///
/// @param department department code
/// @param session `am`, `pm` or `evening`
/// @param slotClass `expert` or `ordinary`
/// @param extraLimit how many extra numbers the doctor may add
public record DraftClinic(
    String department,
    String practitioner,
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
