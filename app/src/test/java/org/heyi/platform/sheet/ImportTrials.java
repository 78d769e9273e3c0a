package org.heyi.platform.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.sheet.RunView.Counts;
import org.heyi.platform.shell.Words;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Sends sheets as a person does and compares what is found with what was sown.
@Component
public final class ImportTrials {

  /// What a look through a sheet found.
  public record Trial(RunId run, Counts counts, Set<String> missed, Set<String> invented) {}

  private final Imports imports;
  private final RunWork work;
  private final RunRowStore rows;
  private final Words chinese;

  ImportTrials(Imports imports, RunWork work, RunRowStore rows, MessageSource messages) {
    this.imports = imports;
    this.work = work;
    this.rows = rows;
    this.chinese = new Words(messages, Locale.SIMPLIFIED_CHINESE);
  }

  public Sheet sheet(String kind, Staff by) {
    return imports.kind(kind, by).sheet(by);
  }

  /// Sends it and prints how much of what was sown is found.
  public Trial check(String kind, SeededSheet seeded, Staff by) {
    var content = seeded.xlsx(sheet(kind, by), chinese);
    long begun = System.nanoTime();
    var run = imports.check(kind, "名单.xlsx", content, by);
    var took = Duration.ofNanos(System.nanoTime() - begun);
    var found = new TreeSet<String>();
    rows.problems(run)
        .forEach((number, problems) ->
            problems.forEach(it -> found.add(SeededSheet.fault(number, it.column(), it.code()))));
    var missed = seeded.seeded();
    missed.removeAll(found);
    var invented = new TreeSet<>(found);
    invented.removeAll(seeded.seeded());
    System.out.printf(
        "import %s: %d rows, seeded %d, found %d, missed %d, invented %d, checked in %d ms%n",
        kind,
        seeded.size(),
        seeded.seeded().size(),
        found.size() - invented.size(),
        missed.size(),
        invented.size(),
        took.toMillis());
    return new Trial(run, counts(kind, run, by), missed, invented);
  }

  public RunId send(String kind, String name, byte[] content, Staff by) {
    return imports.check(kind, name, content, by);
  }

  public Counts counts(String kind, RunId run, Staff by) {
    return imports.view(kind, run, by).checked();
  }

  /// Writes it and prints what became of it.
  public RunView apply(String kind, RunId run, ImportMode mode, Staff by) {
    long begun = System.nanoTime();
    imports.begin(kind, run, mode, by);
    work.go(run);
    var view = imports.view(kind, run, by);
    System.out.printf(
        "import %s, %s: %s, new %d, changed %d, unchanged %d, wrong %d, in %d ms%n",
        kind,
        mode,
        view.state(),
        view.done().fresh(),
        view.done().changed(),
        view.done().unchanged(),
        view.done().wrong(),
        (System.nanoTime() - begun) / 1_000_000);
    return view;
  }

  /// Sent again, the same file has nothing to write: what it says is there.
  public void changesNothing(String kind, SeededSheet seeded, int wrong, Staff by) {
    var content = seeded.xlsx(sheet(kind, by), chinese);
    var again = counts(kind, send(kind, "名单.xlsx", content, by), by);
    System.out.printf(
        "import %s again: new %d, changed %d, unchanged %d, wrong %d%n",
        kind, again.fresh(), again.changed(), again.unchanged(), again.wrong());
    assertThat(again).isEqualTo(new Counts(0, 0, seeded.size() - wrong, wrong));
  }

  /// The marked copy with its wrong rows mended, as somebody does in Excel.
  public byte[] mended(String kind, RunId run, SeededSheet seeded, Staff by) {
    var copy = imports.marked(kind, run, chinese, by);
    var sheet = sheet(kind, by);
    try (var book = new XSSFWorkbook(new ByteArrayInputStream(copy));
        var out = new ByteArrayOutputStream()) {
      var leaf = book.getSheetAt(0);
      var columns = columns(sheet, leaf.getRow(0));
      assertThat(marked(leaf)).isEqualTo(seeded.mended().size());
      seeded
          .mended()
          .forEach((number, row) -> {
            var line = leaf.getRow(number - 1);
            columns.forEach((key, place) ->
                line.createCell(place).setCellValue(row.getOrDefault(key, "").toString()));
          });
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long marked(org.apache.poi.ss.usermodel.Sheet leaf) {
    long marked = 0;
    for (int i = 1; i <= leaf.getLastRowNum(); i++) {
      marked += leaf.getRow(i).getCell(0).getStringCellValue().isEmpty() ? 0 : 1;
    }
    return marked;
  }

  private Map<String, Integer> columns(Sheet sheet, Row heading) {
    var labels = new Labels(sheet, List.of(chinese)).headings();
    var columns = new HashMap<String, Integer>();
    heading.forEach(cell -> {
      var key = labels.get(Labels.plain(cell.getStringCellValue()));
      if (key != null && !key.isEmpty()) {
        columns.put(key, cell.getColumnIndex());
      }
    });
    return columns;
  }

  public void begin(String kind, RunId run, ImportMode mode, Staff by) {
    imports.begin(kind, run, mode, by);
  }

  public Counts done(String kind, RunId run, Staff by) {
    return imports.view(kind, run, by).done();
  }

  /// As the job does.
  public void goOn(RunId run) {
    work.go(run);
  }

  /// Every fault that was found, as `row column code`.
  public Set<String> faults(RunId run) {
    var found = new TreeSet<String>();
    rows.problems(run)
        .forEach((number, problems) ->
            problems.forEach(it -> found.add(SeededSheet.fault(number, it.column(), it.code()))));
    return found;
  }

  /// The right rows are written once, and the marked copy goes through when it is mended.
  public void goesAllTheWay(String kind, SeededSheet sheet, Staff by) {
    var trial = check(kind, sheet, by);
    int wrong = trial.counts().wrong();
    var done = apply(kind, trial.run(), ImportMode.SKIP, by);
    assertThat(done.done()).isEqualTo(new Counts(sheet.size() - wrong, 0, 0, wrong));
    changesNothing(kind, sheet, wrong, by);

    var mended = mended(kind, trial.run(), sheet, by);
    var again = send(kind, "改好.xlsx", mended, by);
    assertThat(faults(again)).isEmpty();
    apply(kind, again, ImportMode.ALL, by);
    var third = send(kind, "改好.xlsx", mended, by);
    assertThat(counts(kind, third, by)).isEqualTo(new Counts(0, 0, sheet.size(), 0));
  }
}
