package org.heyi.platform.sheet.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// 共享文字: texts that a workbook keeps once for all its cells, and rich text as plain text.
final class Texts {

  private final List<Cell> texts = new ArrayList<>();

  /// Reads `sharedStrings.xml`; read whole, so that a cell cannot ask for what never comes.
  static Texts read(Xml xml) throws IOException {
    var texts = new Texts();
    while (xml.next()) {
      if (xml.begins("si")) {
        texts.texts.add(Cell.text(rich(xml, "si")));
      }
    }
    return texts;
  }

  Cell at(String index) {
    int wanted = index.matches("\\d{1,9}") ? Integer.parseInt(index) : -1;
    if (wanted < 0 || wanted >= texts.size()) {
      throw SheetProblem.NOT_READABLE.with();
    }
    return texts.get(wanted);
  }

  /// The pieces of a rich text; how it is pronounced (`rPh`) is no part of it.
  static String rich(Xml xml, String element) throws IOException {
    var text = new StringBuilder();
    int pronounced = 0;
    while (xml.next() && !xml.ends(element)) {
      if (xml.begins("rPh")) {
        pronounced++;
      } else if (xml.ends("rPh")) {
        pronounced--;
      } else if (xml.begins("t")) {
        var piece = xml.text();
        text.append(pronounced > 0 ? "" : piece);
      }
    }
    return text.toString();
  }
}
