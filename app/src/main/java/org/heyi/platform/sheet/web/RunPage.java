package org.heyi.platform.sheet.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.heyi.platform.sheet.CellProblem;
import org.heyi.platform.sheet.RunView;
import org.heyi.platform.sheet.Sheet;
import org.heyi.platform.sheet.SheetImport;
import org.heyi.platform.shell.Words;

/// One import as its page shows it.
public record RunPage(SheetImport kind, Sheet sheet, RunView run, int shown) {

  public String path() {
    return "/imports/" + kind.code() + "/runs/" + run.id();
  }

  public String heading(CellProblem problem, Words words) {
    return problem.column().isEmpty()
        ? words.of("sheet.whole-row")
        : words.of(sheet.heading(problem.column()));
  }

  public String sentence(CellProblem problem, Words words) {
    return words.of(problem.code(), problem.args().toArray());
  }

  public String fields(RunView.Row row, Words words) {
    return row.fields().stream()
        .map(it -> words.of(sheet.heading(it)))
        .collect(Collectors.joining(words.of("sheet.and")));
  }

  /// How much of the work is done, of a hundred.
  public int percent() {
    return Math.min(100, 100 * run.progress() / Math.max(1, run.checked().writing()));
  }

  public Optional<SheetImport.Next> next() {
    return run.state() == org.heyi.platform.sheet.RunState.DONE ? kind.next(run) : Optional.empty();
  }

  public List<RunView.Row> wrong() {
    return run.wrong();
  }
}
