package org.heyi.platform.sheet;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.NoStaffNeeded;
import org.heyi.platform.shared.Page;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.heyi.platform.sheet.read.SheetFile;
import org.heyi.platform.sheet.read.SheetLimits;
import org.heyi.platform.sheet.read.SheetProblem;
import org.heyi.platform.shell.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Brings lists in: template, file, check, choice, result.
@Service
@Transactional
public class Imports {

  private final List<SheetImport> kinds;
  private final Checker checker;
  private final RunStore store;
  private final RunRowStore rows;
  private final RunWork work;
  private final Audit audit;
  private final Clock clock;

  Imports(
      ObjectProvider<SheetImport> kinds,
      Checker checker,
      RunStore store,
      RunRowStore rows,
      RunWork work,
      Audit audit,
      Clock clock) {
    this.kinds = kinds.stream().sorted(Comparator.comparingInt(SheetImport::order)).toList();
    this.checker = checker;
    this.store = store;
    this.rows = rows;
    this.work = work;
    this.audit = audit;
    this.clock = clock;
  }

  /// What the caller may bring in.
  public List<SheetImport> kinds(Staff by) {
    return kinds.stream().filter(it -> it.allowed(by)).toList();
  }

  /// @throws org.heyi.platform.shared.ProblemException `sheet.not-found`, `sheet.not-your-duty`
  public SheetImport kind(String code, Staff by) {
    var kind =
        kinds.stream()
            .filter(it -> it.code().equals(code))
            .findFirst()
            .orElseThrow(SheetProblem.NOT_FOUND::with);
    if (!kind.allowed(by)) {
      throw SheetProblem.NOT_YOUR_DUTY.with();
    }
    return kind;
  }

  @NoStaffNeeded(because = "the limits are the same for everybody")
  public SheetLimits limits() {
    return checker.limits();
  }

  /// An empty table in the reader's language, with the lists that this reader may choose from.
  public byte[] template(String code, Words words, Staff by) {
    var kind = kind(code, by);
    return new TemplateBook(kind.sheet(by), words)
        .bytes(words.of(kind.label()), checker.limits().mostRows());
  }

  /// Looks through a file from its first row to its last and keeps it with what was found. Nothing
  /// else is written.
  ///
  /// @throws org.heyi.platform.shared.ProblemException why the file as a whole cannot be read
  public RunId check(String code, String fileName, byte[] content, Staff by) {
    var kind = kind(code, by);
    var lines = checker.check(kind, content, by);
    var id = RunId.next();
    var run =
        new RunStore.NewRun(
            id, code, shown(fileName), sha256(content), content, Checker.counts(lines));
    store.add(run, by, clock.instant());
    rows.add(id, lines);
    audit.record(by, entry("sheet.checked", id, code).with("sha256", run.sha256()));
    return id;
  }

  /// One of one's institution's imports, with the first of its wrong and changing rows.
  public RunView view(String code, RunId id, Staff by) {
    var run = see(code, id, by);
    int most = checker.limits().shownRows();
    return new RunView(
        run.id(),
        run.kind(),
        run.file(),
        run.state(),
        run.mode(),
        run.by(),
        run.at(),
        run.doneAt(),
        run.checked(),
        run.done(),
        run.progress(),
        run.problem(),
        rows.wrong(id, most),
        rows.changing(id, most),
        run.kept());
  }

  /// The imports of one's institution, of all kinds that one may bring in.
  public Page<RunView> runs(PageQuery page, Staff by) {
    var codes = kinds(by).stream().map(SheetImport::code).toList();
    if (codes.isEmpty()) {
      throw SheetProblem.NOT_YOUR_DUTY.with();
    }
    return store.list(codes, page, by.institution());
  }

  /// Begins to write the rows; [#goOn] writes them.
  ///
  /// @throws org.heyi.platform.shared.ProblemException `sheet.wrong-rows` when all or none is asked
  ///   for and there are wrong ones, `sheet.nothing-to-apply`, `sheet.already-applied`,
  ///   `sheet.file-gone`
  public void begin(String code, RunId id, ImportMode mode, Staff by) {
    var run = see(code, id, by);
    if (run.state() != RunState.CHECKED && run.state() != RunState.STOPPED) {
      throw SheetProblem.ALREADY_APPLIED.with();
    }
    if (!run.kept()) {
      throw SheetProblem.FILE_GONE.with();
    }
    if (mode == ImportMode.ALL && run.checked().wrong() > 0) {
      throw SheetProblem.WRONG_ROWS.with(run.checked().wrong());
    }
    if (run.checked().writing() == 0) {
      throw SheetProblem.NOTHING_TO_APPLY.with();
    }
    if (!store.begin(id, mode, by, clock.instant())) {
      throw SheetProblem.ALREADY_APPLIED.with();
    }
    audit.record(by, entry("sheet.begun", id, code).with("mode", mode));
  }

  /// Writes the rows now if they are few; else a job does, within seconds.
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public void goOn(String code, RunId id, Staff by) {
    var run = store.find(kind(code, by).code(), id, by.institution());
    if (run.isPresent() && run.get().checked().writing() <= checker.limits().atOnceRows()) {
      work.go(id);
    }
  }

  /// The file again, with what is wrong marked in it.
  ///
  /// @throws org.heyi.platform.shared.ProblemException `sheet.file-gone`
  public byte[] marked(String code, RunId id, Words words, Staff by) {
    see(code, id, by);
    var kind = kind(code, by);
    var content = store.content(id).orElseThrow(SheetProblem.FILE_GONE::with);
    audit.record(by, entry("sheet.marked-copy-taken", id, code));
    var table = SheetFile.read(content, checker.limits());
    var places = checker.reader(kind, content, by).places();
    return new MarkedCopy(kind.sheet(by), words, places)
        .bytes(words.of(kind.label()), table, rows.problems(id));
  }

  /// Every wrong row, for a system that mends by itself.
  public List<RunView.Row> wrong(String code, RunId id, Staff by) {
    see(code, id, by);
    return rows.wrong(id, Integer.MAX_VALUE);
  }

  /// Ids of what a finished import made, for the room that made it.
  public List<String> made(String code, RunId id, Staff by) {
    see(code, id, by);
    return rows.made(id);
  }

  private RunView see(String code, RunId id, Staff by) {
    return store
        .find(kind(code, by).code(), id, by.institution())
        .orElseThrow(SheetProblem.NOT_FOUND::with);
  }

  private static AuditEntry entry(String action, RunId id, String code) {
    return AuditEntry.of(action, Subject.of("import", id)).with("kind", code);
  }

  private static final int LONGEST_NAME = 100;

  /// The sender's name of the file without its folder and what cannot be seen.
  private static String shown(String fileName) {
    var name =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    var visible = name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
    int length = visible.codePointCount(0, visible.length());
    return length <= LONGEST_NAME
        ? visible
        : visible.substring(0, visible.offsetByCodePoints(0, LONGEST_NAME));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
