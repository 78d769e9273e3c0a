package org.heyi.platform.sheet.read;

import java.util.ArrayList;
import java.util.List;

/// 逗号分隔文本: RFC 4180, with what separates cells told by the heading: comma, semicolon or tab.
final class Csv {

  private static final String SEPARATORS = ",;\t";
  private static final String TOLD = "sep=";

  private final String text;
  private final char separator;
  private final SheetLimits limits;
  private final List<Table.Line> lines = new ArrayList<>();
  private final StringBuilder field = new StringBuilder();
  private List<Cell> cells = new ArrayList<>();
  private int number = 1;
  private int at;

  private Csv(String text, char separator, SheetLimits limits) {
    this.text = text;
    this.separator = separator;
    this.limits = limits;
  }

  static List<Table.Line> read(String text, SheetLimits limits) {
    int heading = text.startsWith(TOLD) ? afterLine(text) : 0;
    var csv = new Csv(text.substring(heading), separator(text, heading), limits);
    csv.run();
    return csv.lines;
  }

  /// Excel's own first line says it; else whichever stands in the heading most often.
  private static char separator(String text, int heading) {
    if (heading > TOLD.length()) {
      return text.charAt(TOLD.length());
    }
    char most = ',';
    long times = 0;
    for (int i = 0; i < SEPARATORS.length(); i++) {
      char one = SEPARATORS.charAt(i);
      long found = unquoted(text, one);
      if (found > times) {
        most = one;
        times = found;
      }
    }
    return most;
  }

  private static long unquoted(String text, char wanted) {
    long found = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (!quoted && (character == '\n' || character == '\r') && found > 0) {
        return found;
      }
      quoted ^= character == '"';
      found += !quoted && character == wanted ? 1 : 0;
    }
    return found;
  }

  private static int afterLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text.length() : end + 1;
  }

  private void run() {
    while (at < text.length()) {
      if (text.charAt(at) == '"') {
        quoted();
      }
      while (at < text.length() && !isEnd(text.charAt(at))) {
        field.append(text.charAt(at++));
      }
      endField();
      if (at < text.length() && text.charAt(at) == separator) {
        at++;
        if (at == text.length()) {
          endField();
        }
      } else {
        endLine();
      }
    }
    if (!cells.isEmpty()) {
      endLine();
    }
  }

  /// From an opening quote to behind the closing one.
  private void quoted() {
    at++;
    while (at < text.length()) {
      char character = text.charAt(at++);
      if (character != '"') {
        field.append(character);
      } else if (at < text.length() && text.charAt(at) == '"') {
        field.append('"');
        at++;
      } else {
        return;
      }
    }
    throw SheetProblem.QUOTE_NOT_CLOSED.with(number);
  }

  private boolean isEnd(char character) {
    return character == separator || character == '\n' || character == '\r';
  }

  private void endField() {
    if (field.length() > limits.longestText()) {
      throw SheetProblem.NOT_READABLE.with();
    }
    var cell = Cell.text(field.toString());
    field.setLength(0);
    if (cells.size() < limits.mostColumns()) {
      cells.add(cell);
    } else if (!cell.isBlank()) {
      throw SheetProblem.TOO_MANY_COLUMNS.with(limits.mostColumns());
    }
  }

  private void endLine() {
    if (at < text.length() && text.charAt(at) == '\r') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '\n') {
      at++;
    }
    var line = new Table.Line(number++, cells);
    cells = new ArrayList<>();
    if (!line.isBlank()) {
      lines.add(line);
      if (lines.size() > limits.mostRows() + 1) {
        throw SheetProblem.TOO_MANY_ROWS.with(limits.mostRows());
      }
    }
  }
}
