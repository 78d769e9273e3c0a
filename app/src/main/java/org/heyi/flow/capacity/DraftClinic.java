package org.heyi.flow.capacity;

import java.time.LocalDate;
import java.util.List;

/// 编排出诊: one clinic of a single day, as a hospital's own system plans it.
///
/// @param department department code
/// @param session am, pm or evening
/// @param slotClass expert or ordinary
public record DraftClinic(
    String department,
    String practitioner,
    LocalDate day,
    String session,
    String slotClass,
    String place,
    List<PlanTemplate.Segment> segments) {

  public DraftClinic {
    segments = List.copyOf(segments);
  }
}
