package org.heyi.platform.sheet;

import java.util.List;

/// 列: one column of a [Sheet]: what its cells are.
///
/// @param key its name in code; its words are the sheet's prefix with it, and with `-note`
/// @param required no row does without it
/// @param longest most characters of a text
/// @param choices what a cell of kind CHOICE may be
public record Column(String key, Kind kind, boolean required, int longest, List<Choice> choices) {

  /// What a cell must be to be read.
  public enum Kind {
    /// As typed. A number stays its digits; one that Excel has cut off is refused.
    TEXT,
    /// `2026-01-02`, `2026/1/2`, `20260102`, `2026年1月2日`, or a date of Excel.
    DATE,
    /// `8:00`, or a time of Excel.
    TIME,
    WHOLE,
    /// One of a list, by its words in either language, its name or its code.
    CHOICE
  }

  /// 选项: one entry of a list.
  ///
  /// @param code what the room reads
  /// @param words key of what people read, or empty
  /// @param name what people read where it is data, or empty
  public record Choice(String code, String words, String name) {

    public static Choice worded(String code, String words) {
      return new Choice(code, words, "");
    }

    public static Choice named(String code, String name) {
      return new Choice(code, "", name);
    }
  }

  public Column {
    choices = List.copyOf(choices);
  }

  public static Column text(String key, int longest) {
    return new Column(key, Kind.TEXT, false, longest, List.of());
  }

  public static Column date(String key) {
    return new Column(key, Kind.DATE, false, 0, List.of());
  }

  public static Column time(String key) {
    return new Column(key, Kind.TIME, false, 0, List.of());
  }

  public static Column whole(String key) {
    return new Column(key, Kind.WHOLE, false, 0, List.of());
  }

  public static Column choice(String key, List<Choice> choices) {
    return new Column(key, Kind.CHOICE, false, 0, choices);
  }

  public Column mandatory() {
    return new Column(key, kind, true, longest, choices);
  }
}
