package org.heyi.platform.sheet;

import java.util.List;

/// 导出清单: a list as its reader sees it on the page, with numbers masked as there, ready to leave the
/// house. Whose data it shows, the room that owns the list has put on record.
///
/// @param code for the audit log, e.g. `residents`
/// @param title in the reader's language
public record ExportedList(
    String code, String title, List<String> headings, List<List<String>> rows) {

  public ExportedList {
    headings = List.copyOf(headings);
    rows = List.copyOf(rows);
  }
}
