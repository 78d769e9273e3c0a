package org.heyi.flow.capacity.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.heyi.flow.capacity.ClinicLine;

/// 周出诊表: doctors down, days across.
///
/// @param monday the week's first day
public record WeekGrid(LocalDate monday, List<Row> rows) {

  /// One doctor of a department; seven lists of clinics.
  public record Row(String department, String practitioner, List<List<ClinicLine>> days) {}

  public static WeekGrid of(LocalDate monday, List<ClinicLine> clinics) {
    var rows = new LinkedHashMap<List<String>, List<List<ClinicLine>>>();
    for (var clinic : clinics) {
      rows.computeIfAbsent(
              List.of(clinic.departmentName(), clinic.practitioner()), _ -> sevenDays())
          .get(clinic.day().getDayOfWeek().getValue() - 1)
          .add(clinic);
    }
    return new WeekGrid(
        monday,
        rows.entrySet().stream()
            .map(it -> new Row(it.getKey().getFirst(), it.getKey().getLast(), it.getValue()))
            .toList());
  }

  public List<LocalDate> days() {
    return monday.datesUntil(monday.plusDays(7)).toList();
  }

  public long drafts() {
    return rows.stream()
        .flatMap(it -> it.days().stream())
        .flatMap(List::stream)
        .filter(it -> it.status().equals("draft"))
        .count();
  }

  static LocalDate mondayOf(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static List<List<ClinicLine>> sevenDays() {
    var days = new ArrayList<List<ClinicLine>>();
    for (int i = 0; i < 7; i++) {
      days.add(new ArrayList<>());
    }
    return days;
  }
}
