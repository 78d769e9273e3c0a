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

  /// What a form and a list may say: minutes and number of segments, places of each, and how many
  /// of them are reserved or may be added.
  public static final String MINUTES = "[5-9]|[1-9]\\d|1\\d\\d|2[0-3]\\d|240";

  public static final String SEGMENTS = "[1-9]|[1-3]\\d|4[0-8]";
  public static final String PLACES = "[1-9]\\d?|100";
  public static final String RESERVED = "\\d{1,2}|100";

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
