package org.heyi.platform.sheet;

import java.util.List;
import java.util.Optional;
import org.heyi.platform.shared.Staff;

/// 导入种类: a list that can be brought in. The room that owns what the rows become declares one as a
/// bean; the rows go through its facades.
public interface SheetImport {

  /// Stands in paths, e.g. `residents`.
  String code();

  /// Key of what it is called.
  String label();

  /// Smaller is higher.
  int order();

  boolean allowed(Staff by);

  /// What the table looks like for this reader: lists hold what they may choose.
  Sheet sheet(Staff by);

  /// What tells a row from every other: two rows of a file with the same key are one too many.
  List<Key> keys(SheetRow row);

  /// What each row would do. Writes nothing but what was shown of residents into the audit log.
  ///
  /// @return one finding a row, in order
  List<Finding> check(List<SheetRow> rows, Staff by);

  /// Does what the row says, in the caller's transaction, by the same rules as [#check]. A row
  /// whose content is there already has no effect, so that a file can be brought in again.
  ///
  /// @throws org.heyi.platform.shared.ProblemException what the rules refuse after all
  Finding apply(SheetRow row, Staff by);

  /// What usually comes next.
  default Optional<Next> next(RunView run) {
    return Optional.empty();
  }

  /// @param column where a double is said
  record Key(String column, String value) {}

  /// A way on from a finished import.
  ///
  /// @param words key of what it is called
  record Next(String path, String words) {}
}
