package org.heyi.platform.sheet.read;

import org.heyi.platform.shared.Problem;

/// 表格的拒绝原因: what is wrong with a file, with one of its cells, or with what somebody wants of an
/// import.
public enum SheetProblem implements Problem {
  NOT_FOUND(Kind.UNKNOWN),
  NOT_YOUR_DUTY(Kind.FORBIDDEN),
  EMPTY(Kind.REFUSED),
  TOO_LARGE(Kind.REFUSED),
  UNPACKS_TOO_LARGE(Kind.REFUSED),
  TOO_MANY_ROWS(Kind.REFUSED),
  TOO_MANY_COLUMNS(Kind.REFUSED),
  OLD_FORMAT(Kind.REFUSED),
  LOCKED(Kind.REFUSED),
  WITH_MACROS(Kind.REFUSED),
  NOT_A_TABLE(Kind.REFUSED),
  NOT_READABLE(Kind.REFUSED),
  QUOTE_NOT_CLOSED(Kind.REFUSED),
  NO_ROWS(Kind.REFUSED),
  UNKNOWN_HEADINGS(Kind.REFUSED),
  MISSING_HEADINGS(Kind.REFUSED),
  DOUBLE_HEADINGS(Kind.REFUSED),
  COLUMN_WITHOUT_HEADING(Kind.REFUSED),
  REQUIRED(Kind.REFUSED),
  TOO_LONG(Kind.REFUSED),
  NOT_A_DATE(Kind.REFUSED),
  NOT_A_TIME(Kind.REFUSED),
  NOT_A_NUMBER(Kind.REFUSED),
  NOT_IN_LIST(Kind.REFUSED),
  TWO_OF_THAT_NAME(Kind.REFUSED),
  DIGITS_LOST(Kind.REFUSED),
  BECAME_A_DATE(Kind.REFUSED),
  ERROR_IN_CELL(Kind.REFUSED),
  DOUBLE_ROW(Kind.REFUSED),
  WRONG_ROWS(Kind.REFUSED),
  NOTHING_TO_APPLY(Kind.REFUSED),
  ALREADY_APPLIED(Kind.CONFLICT),
  FILE_GONE(Kind.CONFLICT),
  POST_ENDED(Kind.REFUSED),
  FAILED(Kind.CONFLICT),
  TOO_MANY_TO_EXPORT(Kind.REFUSED);

  private final Kind kind;

  SheetProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
