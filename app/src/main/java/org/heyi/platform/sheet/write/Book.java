package org.heyi.platform.sheet.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/// 工作簿: an Excel workbook being written, row by row. Every cell is text and stays text when
/// somebody edits it, so that `=1+1` is no formula and an ID number keeps its 18 digits.
public final class Book implements AutoCloseable {

  /// How a cell looks.
  public enum Look {
    PLAIN,
    HEADING,
    WRONG,
    NOTE
  }

  private static final int ROWS_IN_MEMORY = 100;
  private static final int LONGEST_TEXT = 32_767;
  private static final int WIDEST = 60;
  private static final int UNIT = 256;

  private final SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY);
  private final List<CellStyle> looks;

  public Book() {
    workbook.setCompressTempFiles(true);
    workbook.getXSSFWorkbook().getProperties().getCoreProperties().setCreator("Heyi");
    var plain = text();
    var heading = text();
    var bold = workbook.createFont();
    bold.setBold(true);
    heading.setFont(bold);
    fill(heading, IndexedColors.GREY_25_PERCENT);
    var wrong = text();
    fill(wrong, IndexedColors.ROSE);
    var note = text();
    note.setWrapText(true);
    note.setVerticalAlignment(VerticalAlignment.TOP);
    looks = List.of(plain, heading, wrong, note);
  }

  private CellStyle text() {
    var style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat("@"));
    return style;
  }

  private static void fill(CellStyle style, IndexedColors colour) {
    style.setFillForegroundColor(colour.getIndex());
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
  }

  private CellStyle style(Look look) {
    return looks.get(look.ordinal());
  }

  public Leaf leaf(String name) {
    return new Leaf(workbook.createSheet(name));
  }

  public byte[] bytes() {
    try (var out = new ByteArrayOutputStream()) {
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Deletes the temporary files.
  @Override
  public void close() {
    try {
      workbook.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One sheet, filled from top to bottom.
  public final class Leaf {

    private final SXSSFSheet sheet;
    private int rows;

    private Leaf(SXSSFSheet sheet) {
      this.sheet = sheet;
    }

    public void row(List<String> cells, Look look) {
      var row = sheet.createRow(rows++);
      for (int i = 0; i < cells.size(); i++) {
        put(row.createCell(i), cells.get(i), look);
      }
    }

    /// Gives one cell of the last row another look.
    public void mark(int column, Look look) {
      var row = sheet.getRow(rows - 1);
      var cell = row.getCell(column);
      if (cell == null) {
        cell = row.createCell(column);
      }
      cell.setCellStyle(style(look));
    }

    private void put(org.apache.poi.ss.usermodel.Cell cell, String text, Look look) {
      cell.setCellValue(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
      cell.setCellStyle(style(look));
    }

    /// What is typed below stays text.
    public void textColumn(int column, int characters) {
      sheet.setDefaultColumnStyle(column, style(Look.PLAIN));
      width(column, characters);
    }

    public void width(int column, int characters) {
      sheet.setColumnWidth(column, Math.min(WIDEST, characters) * UNIT);
    }

    /// The rows so far stay in sight, and with them the first columns.
    public void freeze(int columns) {
      sheet.createFreezePane(columns, rows);
    }

    /// Lets people filter by the heading in the last row.
    public void filter(int columns, int rowsBelow) {
      sheet.setAutoFilter(new CellRangeAddress(rows - 1, rows - 1 + rowsBelow, 0, columns - 1));
    }

    /// A note at a cell of the last row.
    public void comment(int column, String text) {
      var maker = workbook.getCreationHelper();
      var place = maker.createClientAnchor();
      place.setCol1(column);
      place.setCol2(column + 3);
      place.setRow1(rows - 1);
      place.setRow2(rows + 4);
      var comment = sheet.createDrawingPatriarch().createCellComment(place);
      comment.setString(maker.createRichTextString(text));
      sheet.getRow(rows - 1).getCell(column).setCellComment(comment);
    }

    /// Offers the list in that column, from the row after the last one on.
    public void offer(int column, Choices choices, int rowsBelow) {
      var helper = sheet.getDataValidationHelper();
      var list = helper.createFormulaListConstraint(choices.range());
      var where = new CellRangeAddressList(rows, rows - 1 + rowsBelow, column, column);
      var validation = helper.createValidation(list, where);
      validation.setShowErrorBox(true);
      validation.setEmptyCellAllowed(true);
      sheet.addValidationData(validation);
    }

    /// What stands below every printed page.
    public void footer(String text) {
      sheet.getFooter().setCenter(text);
    }
  }

  /// 隐藏的选项: a hidden sheet of lists; a list that stands in the rule itself may have 255 characters
  /// only.
  public static final class Choices {

    private final String name;
    private final int size;

    private Choices(String name, int size) {
      this.name = name;
      this.size = size;
    }

    private String range() {
      return "%s!$A$1:$A$%d".formatted(name, Math.max(1, size));
    }
  }

  /// Puts a list on a hidden sheet of its own; called after the visible ones.
  public Choices choices(String name, List<String> entries) {
    var leaf = leaf(name);
    entries.forEach(it -> leaf.row(List.of(it), Look.PLAIN));
    workbook.setSheetHidden(workbook.getSheetIndex(name), true);
    return new Choices(name, entries.size());
  }
}
