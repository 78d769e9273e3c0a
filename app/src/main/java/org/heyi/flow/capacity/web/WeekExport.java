package org.heyi.flow.capacity.web;

import java.util.List;
import org.heyi.flow.capacity.ClinicLine;
import org.heyi.platform.sheet.ExportedList;
import org.heyi.platform.shell.Words;

/// A week's clinics as they are taken out.
final class WeekExport {

  static ExportedList of(List<ClinicLine> clinics, Words words) {
    return new ExportedList(
        "clinics",
        words.of("capacity.week-title"),
        List.of(
            words.of("capacity.day"),
            words.of("capacity.department"),
            words.of("capacity.practitioner"),
            words.of("capacity.session"),
            words.of("capacity.time"),
            words.of("capacity.class"),
            words.of("capacity.places"),
            words.of("capacity.reserved"),
            words.of("capacity.status-booked"),
            words.of("capacity.status")),
        clinics.stream().map(it -> row(it, words)).toList());
  }

  private static List<String> row(ClinicLine clinic, Words words) {
    return List.of(
        words.date(clinic.day()),
        clinic.departmentName(),
        clinic.practitioner(),
        words.of("capacity.session-" + clinic.session()),
        words.clock(clinic.start()) + "–" + words.clock(clinic.end()),
        words.of("capacity.class-" + clinic.slotClass()),
        String.valueOf(clinic.places()),
        String.valueOf(clinic.reserved()),
        String.valueOf(clinic.booked()),
        words.of("capacity.status-" + clinic.status()));
  }

  private WeekExport() {}
}
