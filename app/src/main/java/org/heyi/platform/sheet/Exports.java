package org.heyi.platform.sheet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.NoStaffNeeded;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.heyi.platform.sheet.read.SheetLimits;
import org.heyi.platform.sheet.read.SheetProblem;
import org.heyi.platform.sheet.write.Book;
import org.heyi.platform.sheet.write.Book.Look;
import org.heyi.platform.sheet.write.CsvText;
import org.heyi.platform.shell.InstitutionNames;
import org.heyi.platform.shell.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes lists out: the first line says who took it when, every cell is text, and the log knows.
/// The room that owns the list decides what its reader may see.
@Service
@Transactional
public class Exports {

  private static final int CELLS = 18;

  private final ObjectProvider<InstitutionNames> names;
  private final Audit audit;
  private final Clock clock;
  private final SheetLimits limits = SheetLimits.load();

  Exports(ObjectProvider<InstitutionNames> names, Audit audit, Clock clock) {
    this.names = names;
    this.audit = audit;
    this.clock = clock;
  }

  /// The most rows that a list which is taken out may have.
  @NoStaffNeeded(because = "the limits are the same for everybody")
  public int most() {
    return limits.mostExportedRows();
  }

  /// @throws org.heyi.platform.shared.ProblemException `sheet.too-many-to-export`
  public SheetAnswer export(ExportedList list, ListFormat format, Words words, Staff by) {
    if (list.rows().size() > limits.mostExportedRows()) {
      throw SheetProblem.TOO_MANY_TO_EXPORT.with(limits.mostExportedRows());
    }
    var now = clock.instant();
    var watermark =
        words.of(
            "sheet.watermark", by.name(), institution(by), words.time(now), list.rows().size());
    audit.record(
        by,
        AuditEntry.of("sheet.exported", Subject.of("list", list.code()))
            .with("rows", list.rows().size())
            .with("format", format));
    var content =
        switch (format) {
          case XLSX -> book(list, watermark);
          case CSV -> csv(list, watermark);
        };
    var day = LocalDate.ofInstant(now, Moments.CHINA);
    return new SheetAnswer(list.title() + " " + day, format, content);
  }

  private String institution(Staff by) {
    return names.stream()
        .map(it -> it.of(Set.of(by.institution())).get(by.institution()))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(by.institution().value());
  }

  private static byte[] book(ExportedList list, String watermark) {
    try (var book = new Book()) {
      var leaf = book.leaf(list.title());
      leaf.row(List.of(watermark), Look.PLAIN);
      leaf.row(list.headings(), Look.HEADING);
      leaf.freeze(0);
      for (int i = 0; i < list.headings().size(); i++) {
        leaf.textColumn(i, CELLS);
      }
      list.rows().forEach(it -> leaf.row(it, Look.PLAIN));
      leaf.footer(watermark);
      return book.bytes();
    }
  }

  private static byte[] csv(ExportedList list, String watermark) {
    var csv = new CsvText();
    csv.line(List.of(watermark));
    csv.line(list.headings());
    list.rows().forEach(csv::line);
    return csv.bytes();
  }
}
