package org.heyi.platform.sheet;

import java.util.List;

/// 表样: what a table to fill in looks like.
///
/// @param words prefix of its words: the column `login` of `access.sheet` is `access.sheet.login`,
///   with a note and an example under `access.sheet.login-note` and `access.sheet.login-example`
public record Sheet(String words, List<Column> columns) {

  public Sheet {
    columns = List.copyOf(columns);
  }

  /// The key of a column's heading.
  public String heading(String column) {
    return words + "." + column;
  }

  public String note(String column) {
    return heading(column) + "-note";
  }

  public String example(String column) {
    return heading(column) + "-example";
  }
}
