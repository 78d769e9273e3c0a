package org.heyi.platform.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.heyi.platform.shared.Problem;
import org.heyi.platform.sheet.write.CsvText;
import org.heyi.platform.shell.Words;

/// A table of right rows into which a test sows errors, and remembers where.
///
/// A value is a text, a number, a date, a time as Excel keeps them, or [#ERROR].
public final class SeededSheet {

  /// `#N/A`.
  public static final Object ERROR = FormulaError.NA;

  private static final int HEADING = 1;

  private final List<Map<String, Object>> rows = new ArrayList<>();
  private final TreeSet<String> seeded = new TreeSet<>();
  private final Map<Integer, Map<String, Object>> right = new LinkedHashMap<>();

  /// @return its number in the file
  public int add(Map<String, ?> row) {
    rows.add(new LinkedHashMap<>(row));
    return rows.size() + HEADING;
  }

  public Map<String, Object> row(int number) {
    return rows.get(number - HEADING - 1);
  }

  /// What stands in a cell that every row fills.
  public String text(int number, String column) {
    return text(row(number), column);
  }

  public static String text(Map<String, ?> row, String column) {
    return Objects.requireNonNull(row.get(column)).toString();
  }

  public List<Map<String, Object>> rows() {
    return List.copyOf(rows);
  }

  public int size() {
    return rows.size();
  }

  /// Puts a wrong value into a cell and remembers the right one.
  public void sow(int number, String column, Object wrong, Problem problem) {
    sow(number, column, wrong, problem.code());
  }

  public void sow(int number, String column, Object wrong, String code) {
    put(number, column, wrong);
    expect(number, column, code);
  }

  /// The same where the error is to be found in another cell.
  public void put(int number, String column, Object wrong) {
    var row = row(number);
    right.computeIfAbsent(number, _ -> new LinkedHashMap<>(row));
    row.put(column, wrong);
  }

  /// What must be found although the cell itself is as it is.
  public void expect(int number, String column, String code) {
    right.computeIfAbsent(number, _ -> new LinkedHashMap<>(row(number)));
    seeded.add(fault(number, column, code));
  }

  static String fault(int number, String column, String code) {
    return "row %06d %s %s".formatted(number, column, code);
  }

  /// Every sown error, as `row column code`.
  public Set<String> seeded() {
    return new TreeSet<>(seeded);
  }

  /// Rows as they should have been, by their number.
  public Map<Integer, Map<String, Object>> mended() {
    return right;
  }

  public byte[] xlsx(Sheet sheet, Words words) {
    try (var book = new SXSSFWorkbook(100);
        var out = new ByteArrayOutputStream()) {
      var leaf = book.createSheet("名单");
      var date = style(book, "yyyy-mm-dd");
      var time = style(book, "hh:mm");
      var heading = leaf.createRow(0);
      for (int i = 0; i < sheet.columns().size(); i++) {
        heading.createCell(i).setCellValue(Labels.heading(sheet, sheet.columns().get(i), words));
      }
      for (int r = 0; r < rows.size(); r++) {
        var row = leaf.createRow(r + 1);
        for (int i = 0; i < sheet.columns().size(); i++) {
          var value = rows.get(r).get(sheet.columns().get(i).key());
          if (value != null) {
            put(row.createCell(i), value, date, time);
          }
        }
      }
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CellStyle style(SXSSFWorkbook book, String format) {
    var style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat(format));
    return style;
  }

  private static void put(Cell cell, Object value, CellStyle date, CellStyle time) {
    switch (value) {
      case String text -> cell.setCellValue(text);
      case Number number -> cell.setCellValue(number.doubleValue());
      case LocalDate day -> {
        cell.setCellValue(day);
        cell.setCellStyle(date);
      }
      case LocalTime hour -> {
        cell.setCellValue(hour.toSecondOfDay() / 86_400.0);
        cell.setCellStyle(time);
      }
      case FormulaError error -> cell.setCellErrorValue(error.getCode());
      default -> throw new IllegalArgumentException(value.toString());
    }
  }

  /// Only texts, as a system writes them.
  public byte[] csv(Sheet sheet, Words words) {
    var csv = new CsvText();
    csv.line(sheet.columns().stream().map(it -> words.of(sheet.heading(it.key()))).toList());
    for (var row : rows) {
      csv.line(
          sheet.columns().stream().map(it -> row.getOrDefault(it.key(), "").toString()).toList());
    }
    return csv.bytes();
  }
}
