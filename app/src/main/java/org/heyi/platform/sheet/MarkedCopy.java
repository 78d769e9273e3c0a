package org.heyi.platform.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.heyi.platform.sheet.read.Table;
import org.heyi.platform.sheet.write.Book;
import org.heyi.platform.sheet.write.Book.Look;
import org.heyi.platform.shell.Words;

/// 标注副本: the reader's own table, with a first column that says what is wrong with a row and the
/// wrong cells coloured, to be mended and sent again as it is.
final class MarkedCopy {

  private static final int REASONS = 60;
  private static final int CELLS = 16;

  private final Sheet sheet;
  private final Words words;
  private final Map<String, Integer> places;

  MarkedCopy(Sheet sheet, Words words, Map<String, Integer> places) {
    this.sheet = sheet;
    this.words = words;
    this.places = places;
  }

  byte[] bytes(String title, Table table, Map<Integer, List<CellProblem>> problems) {
    try (var book = new Book()) {
      var leaf = book.leaf(title);
      var columns = sheet.columns().stream().filter(it -> places.containsKey(it.key())).toList();
      var headings = new ArrayList<>(List.of(words.of(Labels.WHY)));
      columns.forEach(it -> headings.add(Labels.heading(sheet, it, words)));
      leaf.row(headings, Look.HEADING);
      leaf.freeze(1);
      leaf.filter(headings.size(), table.rows().size());
      leaf.textColumn(0, REASONS);
      for (int i = 1; i < headings.size(); i++) {
        leaf.textColumn(i, CELLS);
      }
      for (var line : table.rows()) {
        row(leaf, columns, table, line, problems.getOrDefault(line.number(), List.of()));
      }
      return book.bytes();
    }
  }

  private void row(
      Book.Leaf leaf,
      List<Column> columns,
      Table table,
      Table.Line line,
      List<CellProblem> problems) {
    var cells = new ArrayList<>(List.of(reasons(problems)));
    for (var column : columns) {
      var cell = line.cell(places.getOrDefault(column.key(), 0));
      cells.add(CellReading.shown(column, cell, table.since1904()));
    }
    leaf.row(cells, Look.PLAIN);
    if (!problems.isEmpty()) {
      leaf.mark(0, Look.WRONG);
    }
    for (int i = 0; i < columns.size(); i++) {
      var key = columns.get(i).key();
      if (problems.stream().anyMatch(it -> it.column().equals(key))) {
        leaf.mark(i + 1, Look.WRONG);
      }
    }
  }

  private String reasons(List<CellProblem> problems) {
    return problems.stream().map(it -> said(it, sheet, words)).collect(Collectors.joining("\n"));
  }

  /// `出生日期：…`.
  static String said(CellProblem problem, Sheet sheet, Words words) {
    var sentence = words.of(problem.code(), problem.args().toArray());
    return problem.column().isEmpty()
        ? sentence
        : words.of("sheet.at-column", words.of(sheet.heading(problem.column())), sentence);
  }
}
