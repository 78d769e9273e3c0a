package org.heyi.flow.capacity;

import java.time.Instant;
import org.heyi.flow.capacity.AppointmentStore.Found;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.work.OpenWork;
import org.heyi.platform.work.Work;
import org.heyi.platform.work.WorkOwner;
import org.springframework.stereotype.Component;

/// 告知改约: the work of telling a resident that a clinic was stopped or another doctor stands in. It
/// belongs to the institution that booked, until the visit would have been.
@Component
class Telling {

  static final String KIND = "capacity.tell";

  private static final int URGENT = 1;

  private final Work work;

  Telling(Work work) {
    this.work = work;
  }

  void open(Found booked, Instant now, Staff by) {
    var it = booked.appointment();
    var start = booked.offer().start();
    work.open(
        new OpenWork(
            it.subject(),
            KIND,
            booked.offer().departmentName(),
            "/appointments/" + it.id(),
            WorkOwner.of(it.bookedBy(), CapacityDuty.BOOK.code()),
            URGENT,
            now,
            start.isAfter(now) ? start : now),
        by);
  }

  void closeByClock(Appointment it, String job) {
    if (it.toTell()) {
      work.closeByClock(it.subject(), KIND, job);
    }
  }

  void close(Appointment it, Staff by) {
    if (it.toTell()) {
      work.close(it.subject(), KIND, by);
    }
  }
}
