package org.heyi.platform.sheet;

import java.util.List;
import java.util.Set;
import org.heyi.platform.shared.ResidentId;

/// 导出清单: a list as its reader sees it on the page, with numbers masked as there, ready to leave the
/// house.
///
/// @param code for the audit log, e.g. `residents`
/// @param title in the reader's language
/// @param residents whose data it shows
public record ExportedList(
    String code,
    String title,
    List<String> headings,
    List<List<String>> rows,
    Set<ResidentId> residents) {

  public ExportedList {
    headings = List.copyOf(headings);
    rows = List.copyOf(rows);
    residents = Set.copyOf(residents);
  }

  public static ExportedList of(
      String code, String title, List<String> headings, List<List<String>> rows) {
    return new ExportedList(code, title, headings, rows, Set.of());
  }
}
