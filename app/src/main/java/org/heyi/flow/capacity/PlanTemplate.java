package org.heyi.flow.capacity;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.heyi.platform.shared.AccountId;
import org.jspecify.annotations.Nullable;

/// 编排模板: what a doctor does every week on one weekday and session.
///
/// @param session `am`, `pm` or `evening`
/// @param slotClass `expert` or `ordinary`
/// @param place where to go, as printed on the slip
/// @param extraLimit how many extra numbers the doctor may add to one clinic
public record PlanTemplate(
    String department,
    String practitioner,
    @Nullable AccountId account,
    DayOfWeek weekday,
    String session,
    String slotClass,
    String place,
    int extraLimit,
    List<Segment> segments) {

  /// 时段.
  public record Segment(LocalTime start, LocalTime end, int places, int reserved) {}

  public PlanTemplate {
    segments = List.copyOf(segments);
  }

  /// Equal segments from a start on, each with the same places: the usual way to fill in a session.
  public static List<Segment> even(
      LocalTime start, int minutes, int count, int places, int reserved) {
    return java.util.stream.IntStream.range(0, count)
        .mapToObj(it ->
            new Segment(
                start.plusMinutes((long) minutes * it),
                start.plusMinutes((long) minutes * (it + 1)),
                places,
                reserved))
        .toList();
  }
}
