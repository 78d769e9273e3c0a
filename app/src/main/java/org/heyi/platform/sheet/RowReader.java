package org.heyi.platform.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.heyi.platform.sheet.read.Cell;
import org.heyi.platform.sheet.read.SheetProblem;
import org.heyi.platform.sheet.read.Table;
import org.heyi.platform.shell.Words;

/// 读行: finds the columns of a [Sheet] in a table, whatever their order and language, and reads its
/// rows cell by cell.
final class RowReader {

  /// A row, and what is wrong with its cells by themselves.
  record Read(SheetRow row, List<CellProblem> problems) {}

  private final Sheet sheet;
  private final Labels labels;
  private final Table table;

  /// Column key → where it stands.
  private final Map<String, Integer> places = new LinkedHashMap<>();

  private final Map<String, Map<String, Set<String>>> choices = new HashMap<>();

  /// @throws org.heyi.platform.shared.ProblemException what is wrong with the headings
  RowReader(Sheet sheet, Table table, List<Words> languages) {
    this.sheet = sheet;
    this.labels = new Labels(sheet, languages);
    this.table = table;
    find();
    sheet.columns().stream()
        .filter(it -> it.kind() == Column.Kind.CHOICE)
        .forEach(it -> choices.put(it.key(), labels.choices(it)));
  }

  private void find() {
    var known = labels.headings();
    var unknown = new ArrayList<String>();
    var doubled = new ArrayList<String>();
    var heading = table.heading();
    for (int i = 0; i < heading.cells().size(); i++) {
      var written = heading.cell(i).text();
      var key = known.get(Labels.plain(written));
      if (written.isEmpty()) {
        mustBeEmpty(i);
      } else if (key == null) {
        unknown.add(written);
      } else if (!key.isEmpty() && places.put(key, i) != null) {
        doubled.add(written);
      }
    }
    refuse(SheetProblem.UNKNOWN_HEADINGS, unknown);
    refuse(SheetProblem.DOUBLE_HEADINGS, doubled);
    refuse(SheetProblem.MISSING_HEADINGS, missing(heading));
    IntStream.range(heading.cells().size(), width()).forEach(this::mustBeEmpty);
  }

  private int width() {
    return table.rows().stream().mapToInt(it -> it.cells().size()).max().orElse(0);
  }

  private void mustBeEmpty(int column) {
    if (table.rows().stream().anyMatch(it -> !it.cell(column).isBlank())) {
      throw SheetProblem.COLUMN_WITHOUT_HEADING.with(column + 1);
    }
  }

  /// In the language of what is there.
  private List<String> missing(Table.Line heading) {
    var words = labels.languageOf(heading.cells().stream().map(it -> it.text()).toList());
    return sheet.columns().stream()
        .filter(it -> it.required() && !places.containsKey(it.key()))
        .map(it -> words.of(sheet.heading(it.key())))
        .toList();
  }

  private static void refuse(SheetProblem problem, List<String> headings) {
    if (!headings.isEmpty()) {
      throw problem.with(headings.stream().distinct().collect(Collectors.joining(", ")));
    }
  }

  List<Read> rows() {
    return table.rows().stream().map(this::row).toList();
  }

  private Read row(Table.Line line) {
    var texts = new HashMap<String, String>();
    var problems = new ArrayList<CellProblem>();
    for (var column : sheet.columns()) {
      var place = places.get(column.key());
      if (place != null) {
        read(column, line.cell(place), texts, problems);
      }
    }
    var unreadable = new HashSet<String>();
    problems.forEach(it -> unreadable.add(it.column()));
    return new Read(new SheetRow(line.number(), texts, unreadable), problems);
  }

  private void read(
      Column column, Cell cell, Map<String, String> texts, List<CellProblem> problems) {
    if (cell.isBlank()) {
      if (column.required()) {
        problems.add(CellProblem.of(column.key(), SheetProblem.REQUIRED));
      }
      return;
    }
    var answer = CellReading.of(column, cell, table.since1904(), choices.get(column.key()));
    if (answer.problem() == null) {
      texts.put(column.key(), answer.text());
    } else {
      problems.add(
          CellProblem.of(
              column.key(), Objects.requireNonNull(answer.problem()), answer.args().toArray()));
    }
  }

  /// Column key → where it stands in the file.
  Map<String, Integer> places() {
    return Map.copyOf(places);
  }
}
