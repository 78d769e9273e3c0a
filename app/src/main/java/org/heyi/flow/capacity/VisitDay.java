package org.heyi.flow.capacity;

import java.time.Instant;
import java.time.LocalDate;
import org.heyi.platform.shared.Moments;

/// 就诊日: a calendar day in China, from 00:00.
final class VisitDay {

  static Instant start(LocalDate day) {
    return day.atStartOfDay(Moments.CHINA).toInstant();
  }

  static LocalDate of(Instant instant) {
    return instant.atZone(Moments.CHINA).toLocalDate();
  }

  private VisitDay() {}
}
