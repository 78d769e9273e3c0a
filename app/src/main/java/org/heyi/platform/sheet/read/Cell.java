package org.heyi.platform.sheet.read;

/// 单元格: what stands in a cell, before its column says what it should be.
///
/// @param text of a number its plain digits; of a date Excel's count of days
public record Cell(Kind kind, String text) {

  static final Cell NOTHING = new Cell(Kind.TEXT, "");

  /// How the file keeps it. DATE is a number that the file shows as a date or time; NO_VALUE an
  /// error of a formula, or a formula that nobody has computed.
  public enum Kind {
    TEXT,
    NUMBER,
    DATE,
    NO_VALUE
  }

  static Cell text(String text) {
    return text.isBlank() ? NOTHING : new Cell(Kind.TEXT, text.strip());
  }

  public boolean isBlank() {
    return kind != Kind.NO_VALUE && text.isEmpty();
  }
}
