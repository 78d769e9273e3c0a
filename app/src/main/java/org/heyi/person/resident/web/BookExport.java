package org.heyi.person.resident.web;

import java.util.List;
import java.util.Map;
import org.heyi.person.resident.ResidentTies;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.sheet.ExportedList;
import org.heyi.platform.shell.Words;

/// The book of residents as it is taken out: the columns of the page, numbers masked.
final class BookExport {

  static ExportedList of(
      List<ResidentTies.Row> rows, Map<InstitutionId, String> places, Words words) {
    return new ExportedList(
        "residents",
        words.of("resident.book"),
        List.of(
            words.of("resident.name"),
            words.of("resident.sex"),
            words.of("resident.birth-date"),
            words.of("resident.number"),
            words.of("resident.phone"),
            words.of("resident.first-contact"),
            words.of("resident.since")),
        rows.stream().map(it -> row(it, places, words)).toList());
  }

  private static List<String> row(
      ResidentTies.Row row, Map<InstitutionId, String> places, Words words) {
    var resident = row.resident();
    return List.of(
        resident.name(),
        words.of("resident.sex." + resident.sex().code()),
        words.date(resident.birthDate()),
        resident.number(),
        resident.phone(),
        places.getOrDefault(row.institution(), row.institution().value()),
        words.date(row.from()));
  }

  private BookExport() {}
}
