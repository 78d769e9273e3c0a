package org.heyi.flow.capacity.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.heyi.flow.capacity.FreeSlot;
import org.heyi.flow.capacity.FreeSlotQuery;
import org.heyi.flow.capacity.Slots;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Refusals;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Free slots as JSON.
@RestController
@RequestMapping("/api/capacity")
class CapacityApi {

  private static final String MOST = "20";

  private final Slots slots;
  private final Clock clock;

  CapacityApi(Slots slots, Clock clock) {
    this.slots = slots;
    this.clock = clock;
  }

  /// One segment; ids as text.
  record Time(
      String slot,
      String hospital,
      String department,
      String departmentName,
      String practitioner,
      String slotClass,
      String start,
      String end,
      boolean reserved,
      int left) {

    static Time of(FreeSlot it) {
      return new Time(
          it.slot().toString(),
          it.hospital().value(),
          it.department(),
          it.departmentName(),
          it.practitioner(),
          it.slotClass(),
          it.start().toString(),
          it.end().toString(),
          it.reserved(),
          it.left());
    }
  }

  @Refusals(forbidden = "capacity.not-your-duty")
  @GetMapping(path = "/slots", produces = "application/json")
  List<Time> slots(
      @RequestParam InstitutionId hospital,
      @RequestParam(defaultValue = "") String department,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(defaultValue = MOST) int most,
      Staff staff) {
    var first = from == null ? LocalDate.ofInstant(clock.instant(), Moments.CHINA) : from;
    return slots.free(new FreeSlotQuery(hospital, department, first, most), staff).stream()
        .map(Time::of)
        .toList();
  }
}
