package org.heyi.platform.sheet;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// 行: one row of a table as its columns read it.
///
/// @param number as the reader's program counts it
/// @param texts column → what stands there: dates as `2026-01-02`, times as `08:00`, choices as
///   their code; nothing where the cell is empty or unreadable
/// @param unreadable columns whose cell was refused already: what they miss need not be said again
public record SheetRow(int number, Map<String, String> texts, Set<String> unreadable) {

  public SheetRow {
    texts = Map.copyOf(texts);
    unreadable = Set.copyOf(unreadable);
  }

  /// Empty where nothing stands.
  public String text(String column) {
    return texts.getOrDefault(column, "");
  }

  public boolean has(String column) {
    return texts.containsKey(column);
  }

  public @Nullable LocalDate date(String column) {
    return has(column) ? LocalDate.parse(text(column)) : null;
  }

  public @Nullable LocalTime time(String column) {
    return has(column) ? LocalTime.parse(text(column)) : null;
  }

  /// Zero where nothing stands.
  public int whole(String column) {
    return has(column) ? Integer.parseInt(text(column)) : 0;
  }

  /// Nothing about a person belongs into a log line.
  @Override
  public String toString() {
    return "SheetRow " + number;
  }
}
