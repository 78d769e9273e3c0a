package org.heyi.flow.capacity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Subject;
import org.jspecify.annotations.Nullable;

/// 出诊单元: a clinic as the rules see it.
///
/// @param account the doctor's account, when they have one
/// @param session am, pm or evening
/// @param slotClass expert or ordinary
/// @param extraLimit how many extra numbers its doctor may add
record Clinic(
    ClinicId id,
    InstitutionId hospital,
    String department,
    String practitioner,
    @Nullable AccountId account,
    LocalDate day,
    String session,
    String slotClass,
    String place,
    int extraLimit,
    Instant start,
    Instant end,
    Status status,
    int version) {

  Subject subject() {
    return Subject.of("clinic", id);
  }

  /// Where a clinic stands.
  enum Status {
    DRAFT,
    PUBLISHED,
    STOPPED;

    static Status of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// 时段: part of a clinic with a number of places, some of them reserved.
  record Segment(Instant start, Instant end, int places, int reserved) {

    /// The same on a day.
    static List<Segment> of(List<PlanTemplate.Segment> planned, LocalDate day) {
      return planned.stream()
          .map(
              it -> new Segment(at(day, it.start()), at(day, it.end()), it.places(), it.reserved()))
          .toList();
    }

    private static Instant at(LocalDate day, LocalTime time) {
      return day.atTime(time).atZone(Moments.CHINA).toInstant();
    }
  }

  /// The places of published segments, numbered through: in each segment the reserved come first.
  static List<SlotStore.Place> places(List<Segment> segments) {
    var all = new java.util.ArrayList<SlotStore.Place>();
    for (var segment : segments) {
      for (int i = 0; i < segment.places(); i++) {
        all.add(
            new SlotStore.Place(
                all.size() + 1, segment.start(), segment.end(), i < segment.reserved(), false));
      }
    }
    return List.copyOf(all);
  }
}
