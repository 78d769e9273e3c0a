package org.heyi.platform.sheet.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// 日期格式: which of a workbook's cell styles show a number as a date or a time.
///
/// Built-in formats by ECMA-376 part 1 (2016), 18.8.30; 27 to 36 and 50 to 58 are those of Chinese
/// and Japanese programs.
final class DateFormats {

  private static final Pattern NO_LETTERS_OF_DATES =
      Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*]|_.|\\*.");
  private static final Pattern LETTERS_OF_DATES = Pattern.compile("(?i)[ymdhs年月日时]");

  private final List<Boolean> dates = new ArrayList<>();

  static DateFormats none() {
    return new DateFormats();
  }

  /// Reads `styles.xml`.
  static DateFormats read(Xml xml) throws IOException {
    var formats = new DateFormats();
    Map<String, String> own = new HashMap<>();
    boolean inCells = false;
    while (xml.next()) {
      if (xml.begins("numFmt")) {
        own.put(xml.attribute("numFmtId"), xml.attribute("formatCode"));
      } else if (xml.begins("cellXfs")) {
        inCells = true;
      } else if (xml.ends("cellXfs")) {
        inCells = false;
      } else if (inCells && xml.begins("xf")) {
        formats.dates.add(isDate(xml.attribute("numFmtId"), own));
      }
    }
    return formats;
  }

  boolean isDate(String style) {
    int index = style.matches("\\d{1,6}") ? Integer.parseInt(style) : -1;
    return index >= 0 && index < dates.size() && dates.get(index);
  }

  private static boolean isDate(String format, Map<String, String> own) {
    var code = own.get(format);
    if (code != null) {
      var rest = NO_LETTERS_OF_DATES.matcher(code).replaceAll("");
      return LETTERS_OF_DATES.matcher(rest).find() && !rest.contains("General");
    }
    return format.matches("1[4-9]|2[0-2]|2[7-9]|3[0-6]|4[5-7]|5[0-8]");
  }
}
