package org.heyi.flow.capacity;

import java.time.Instant;
import org.heyi.flow.capacity.AppointmentStore.Found;
import org.heyi.platform.access.leaving.HandOver;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.work.OpenWork;
import org.heyi.platform.work.Work;
import org.heyi.platform.work.WorkOwner;
import org.jspecify.annotations.Nullable;
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

  /// Whoever waits to be told already is told of everything at once.
  ///
  /// @param by null for the clock
  void open(Found booked, Instant now, @Nullable Staff by) {
    var it = booked.appointment();
    if (it.toTell()) {
      return;
    }
    var item = item(booked, now);
    if (by == null) {
      work.openByClock(item, HandOver.JOB);
    } else {
      work.open(item, by);
    }
  }

  private static OpenWork item(Found booked, Instant now) {
    var it = booked.appointment();
    var start = booked.offer().start();
    return new OpenWork(
        it.subject(),
        KIND,
        booked.offer().departmentName(),
        "/appointments/" + it.id(),
        WorkOwner.of(it.bookedBy(), CapacityDuty.BOOK.code()),
        URGENT,
        now,
        start.isAfter(now) ? start : now);
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
