package org.heyi.platform.sheet.read;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// 工作簿: the first sheet of an Excel workbook (ECMA-376) that is not hidden, as a [Table].
///
/// Formulas count as what they last came to; merged cells, comments and pictures are not read.
final class Workbook {

  private static final String WORKBOOK = "xl/workbook.xml";
  private static final String FOLDER = "xl/";
  private static final int LAST_ROW = 1_048_576;
  private static final int LETTERS = 26;
  private static final int LONGEST_NUMBER = 40;

  private final Parts parts;
  private final SheetLimits limits;
  private boolean since1904;
  private Texts texts = new Texts();
  private DateFormats formats = DateFormats.none();

  Workbook(Parts parts, SheetLimits limits) {
    this.parts = parts;
    this.limits = limits;
  }

  Table table() throws IOException {
    var sheet = place(firstSheet());
    var shared = parts.find("xl/sharedStrings.xml");
    if (shared.isPresent()) {
      try (var xml = new Xml(shared.get(), limits)) {
        texts = Texts.read(xml);
      }
    }
    var styles = parts.find("xl/styles.xml");
    if (styles.isPresent()) {
      try (var xml = new Xml(styles.get(), limits)) {
        formats = DateFormats.read(xml);
      }
    }
    try (var xml = new Xml(parts.require(sheet), limits)) {
      return new Table(since1904, lines(xml));
    }
  }

  /// @return the id of the first visible sheet's part
  private String firstSheet() throws IOException {
    var first = "";
    try (var xml = new Xml(parts.require(WORKBOOK), limits)) {
      while (xml.next()) {
        if (xml.begins("workbookPr")) {
          since1904 = xml.attribute("date1904").matches("1|true");
        } else if (xml.begins("sheet")
            && first.isEmpty()
            && !xml.attribute("state").toLowerCase(Locale.ROOT).contains("hidden")) {
          first = xml.anyAttribute("id");
        }
      }
    }
    return first;
  }

  private String place(String id) throws IOException {
    try (var xml = new Xml(parts.require("xl/_rels/workbook.xml.rels"), limits)) {
      while (xml.next()) {
        if (xml.begins("Relationship") && xml.attribute("Id").equals(id)) {
          var target = xml.attribute("Target");
          return target.startsWith("/") ? target : FOLDER + target;
        }
      }
    }
    throw SheetProblem.NOT_A_TABLE.with();
  }

  private List<Table.Line> lines(Xml xml) throws IOException {
    var lines = new ArrayList<Table.Line>();
    int last = 0;
    while (xml.next() && !xml.ends("sheetData")) {
      if (xml.begins("row")) {
        last = after(last, xml.attribute("r"), LAST_ROW);
        var line = new Table.Line(last, cells(xml, last));
        if (!line.isBlank()) {
          lines.add(line);
        }
        if (lines.size() > limits.mostRows() + 1) {
          throw SheetProblem.TOO_MANY_ROWS.with(limits.mostRows());
        }
      }
    }
    return lines;
  }

  /// Rows and cells come in order; one that does not is nothing any program wrote.
  private static int after(int last, String written, int most) {
    int next =
        written.isEmpty() ? last + 1 : written.matches("\\d{1,7}") ? Integer.parseInt(written) : 0;
    if (next <= last || next > most) {
      throw SheetProblem.NOT_READABLE.with();
    }
    return next;
  }

  private List<Cell> cells(Xml xml, int row) throws IOException {
    var cells = new ArrayList<Cell>();
    int last = 0;
    while (xml.next() && !xml.ends("row")) {
      if (xml.begins("c")) {
        last = after(last, column(xml.attribute("r"), row), Integer.MAX_VALUE);
        var cell = cell(xml);
        if (last <= limits.mostColumns()) {
          while (cells.size() < last - 1) {
            cells.add(Cell.NOTHING);
          }
          cells.add(cell);
        } else if (!cell.isBlank()) {
          throw SheetProblem.TOO_MANY_COLUMNS.with(limits.mostColumns());
        }
      }
    }
    return cells;
  }

  /// `AB12` → `28`, in row 12.
  private static String column(String reference, int row) {
    if (reference.isEmpty()) {
      return "";
    }
    var letters = reference.replaceFirst("\\d+$", "");
    if (!letters.matches("[A-Z]{1,3}") || !reference.equals(letters + row)) {
      throw SheetProblem.NOT_READABLE.with();
    }
    int column = 0;
    for (int i = 0; i < letters.length(); i++) {
      column = column * LETTERS + letters.charAt(i) - 'A' + 1;
    }
    return String.valueOf(column);
  }

  private Cell cell(Xml xml) throws IOException {
    var type = xml.attribute("t");
    var style = xml.attribute("s");
    var value = "";
    var inline = "";
    boolean formula = false;
    while (xml.next() && !xml.ends("c")) {
      if (xml.begins("v")) {
        value = xml.text();
      } else if (xml.begins("is")) {
        inline = Texts.rich(xml, "is");
      } else if (xml.begins("f")) {
        formula = true;
        xml.text();
      }
    }
    if (formula && value.isEmpty() && inline.isEmpty() && !type.equals("str")) {
      return new Cell(Cell.Kind.NO_VALUE, "");
    }
    return switch (type) {
      case "s" -> value.isEmpty() ? Cell.NOTHING : texts.at(value);
      case "inlineStr" -> Cell.text(inline);
      case "str", "b", "d" -> Cell.text(value);
      case "e" -> new Cell(Cell.Kind.NO_VALUE, value);
      default -> number(value, style);
    };
  }

  /// A number is a double to Excel: what it writes is brought to the shortest that means the same.
  private Cell number(String value, String style) {
    if (value.isBlank()) {
      return Cell.NOTHING;
    }
    double number = value.length() > LONGEST_NUMBER ? Double.NaN : Double.parseDouble(value);
    if (!Double.isFinite(number)) {
      return new Cell(Cell.Kind.NO_VALUE, "");
    }
    var digits = new BigDecimal(String.valueOf(number)).stripTrailingZeros().toPlainString();
    return new Cell(formats.isDate(style) ? Cell.Kind.DATE : Cell.Kind.NUMBER, digits);
  }
}
