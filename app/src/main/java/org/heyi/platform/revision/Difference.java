package org.heyi.platform.revision;

import java.util.List;

/// 差异: what a version changes in one section of a pack.
public record Difference(String section, List<Entry> entries) {

  /// 差异项: an entry of the section that came, went or changed.
  ///
  /// @param id its id, or its place where it has none; empty for what belongs to no entry
  /// @param name what it is called, or empty
  public record Entry(Kind kind, String id, String name, List<Field> fields) {}

  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED
  }

  /// One value that differs.
  ///
  /// @param path the keys that lead to it
  /// @param before empty where there was none
  public record Field(List<String> path, Value before, Value after) {}

  /// A value as it is written.
  ///
  /// @param unit of a machine value, else empty
  /// @param clause where the plan says a machine value; `house` where the house chose it
  public record Value(String text, String unit, String clause) {

    static final Value NONE = new Value("", "", "");

    public boolean isNone() {
      return equals(NONE);
    }
  }

  public long count(Kind kind) {
    return entries.stream().filter(it -> it.kind() == kind).count();
  }
}
