package org.heyi.platform.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.sheet.RunRowStore.Line;
import org.heyi.platform.sheet.RunView.Counts;
import org.heyi.platform.sheet.read.SheetFile;
import org.heyi.platform.sheet.read.SheetLimits;
import org.heyi.platform.sheet.read.SheetProblem;
import org.heyi.platform.shell.Words;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// 核对: looks through a whole file, and says of each row what it would do or everything that is
/// wrong with it: cells that cannot be read, what the room's rules refuse, rows that stand twice.
@Component
class Checker {

  private final List<Words> languages;
  private final SheetLimits limits = SheetLimits.load();

  Checker(MessageSource messages) {
    this.languages = Words.ofEachLanguage(messages);
  }

  SheetLimits limits() {
    return limits;
  }

  RowReader reader(SheetImport kind, byte[] content, Staff by) {
    return new RowReader(kind.sheet(by), SheetFile.read(content, limits), languages);
  }

  List<Line> check(SheetImport kind, byte[] content, Staff by) {
    var read = reader(kind, content, by).rows();
    var rows = read.stream().map(RowReader.Read::row).toList();
    var findings = kind.check(rows, by);
    var doubles = doubles(kind, rows);
    var lines = new ArrayList<Line>();
    for (int i = 0; i < rows.size(); i++) {
      var problems = new ArrayList<>(read.get(i).problems());
      problems.addAll(findings.get(i).problems());
      problems.addAll(doubles.getOrDefault(rows.get(i).number(), List.of()));
      var finding = problems.isEmpty() ? findings.get(i) : Finding.wrong(firstOfEachCell(problems));
      lines.add(new Line(rows.get(i).number(), finding));
    }
    return lines;
  }

  /// Row → where it says again what an earlier row says.
  private static Map<Integer, List<CellProblem>> doubles(SheetImport kind, List<SheetRow> rows) {
    var first = new HashMap<String, Integer>();
    var doubles = new HashMap<Integer, List<CellProblem>>();
    for (var row : rows) {
      for (var key : kind.keys(row)) {
        var earlier = first.putIfAbsent(key.value(), row.number());
        if (earlier != null && earlier != row.number()) {
          doubles
              .computeIfAbsent(row.number(), _ -> new ArrayList<>())
              .add(CellProblem.of(key.column(), SheetProblem.DOUBLE_ROW, earlier));
        }
      }
    }
    return doubles;
  }

  private static List<CellProblem> firstOfEachCell(List<CellProblem> problems) {
    var seen = new HashSet<String>();
    return problems.stream().filter(it -> seen.add(it.column())).toList();
  }

  static Counts counts(List<Line> lines) {
    var counts = new int[RowState.values().length];
    lines.forEach(it -> counts[it.finding().state().ordinal()]++);
    return new Counts(
        counts[RowState.NEW.ordinal()],
        counts[RowState.CHANGED.ordinal()],
        counts[RowState.UNCHANGED.ordinal()],
        counts[RowState.WRONG.ordinal()]);
  }
}
