package org.heyi.platform.sheet;

import java.util.List;
import org.heyi.platform.sheet.write.Book;
import org.heyi.platform.sheet.write.Book.Look;
import org.heyi.platform.shell.Words;

/// 导入模板: an empty table to fill in: headings with notes, drop-down lists, cells that stay text, and
/// a second sheet that explains every column with an example. Nothing in the first sheet but the
/// heading: an example row there would be imported by whoever forgets it.
final class TemplateBook {

  private static final int NARROWEST = 12;
  private static final int WIDE = 60;

  private final Sheet sheet;
  private final Words words;

  TemplateBook(Sheet sheet, Words words) {
    this.sheet = sheet;
    this.words = words;
  }

  byte[] bytes(String title, int mostRows) {
    try (var book = new Book()) {
      var leaf = book.leaf(title);
      var headings = sheet.columns().stream().map(it -> Labels.heading(sheet, it, words)).toList();
      leaf.row(headings, Look.HEADING);
      leaf.freeze(0);
      explain(book);
      for (int i = 0; i < headings.size(); i++) {
        var column = sheet.columns().get(i);
        leaf.textColumn(i, Math.max(NARROWEST, 2 * headings.get(i).length() + 2));
        leaf.comment(i, words.of(sheet.note(column.key())));
        if (column.kind() == Column.Kind.CHOICE) {
          var offered = column.choices().stream().map(it -> Labels.listed(it, words)).toList();
          leaf.offer(i, book.choices("list" + i, offered), mostRows);
        }
      }
      return book.bytes();
    }
  }

  private void explain(Book book) {
    var leaf = book.leaf(words.of("sheet.explanation"));
    leaf.row(
        List.of(
            words.of("sheet.explanation-column"),
            words.of("sheet.explanation-required"),
            words.of("sheet.explanation-note"),
            words.of("sheet.explanation-example")),
        Look.HEADING);
    leaf.freeze(0);
    for (var column : sheet.columns()) {
      leaf.row(
          List.of(
              words.of(sheet.heading(column.key())),
              words.of(column.required() ? "sheet.yes" : "sheet.no"),
              words.of(sheet.note(column.key())),
              example(column)),
          Look.NOTE);
    }
    leaf.width(0, NARROWEST + NARROWEST);
    leaf.width(1, NARROWEST);
    leaf.width(2, WIDE);
    leaf.width(3, NARROWEST + NARROWEST);
  }

  private String example(Column column) {
    return column.kind() == Column.Kind.CHOICE
        ? column.choices().stream().findFirst().map(it -> Labels.listed(it, words)).orElse("")
        : words.of(sheet.example(column.key()));
  }
}
