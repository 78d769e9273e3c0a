package org.heyi.platform.sheet;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.heyi.platform.sheet.RunRowStore.Line;
import org.heyi.platform.sheet.read.SheetProblem;
import org.heyi.platform.shell.Outage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// 写入: writes the rows of begun imports through their rooms, in transactions that hold the rows and
/// the note that they are done. So it can be cut off at any moment and gone on with, here or on
/// another node, and two at once do no row twice.
@Component
class RunWork {

  private static final Logger LOG = LoggerFactory.getLogger(RunWork.class);

  private final ObjectProvider<SheetImport> kinds;
  private final Checker checker;
  private final RunStore store;
  private final RunRowStore rows;
  private final StaffOfPost posts;
  private final Audit audit;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final TransactionTemplate apart;
  private final TransactionTemplate savepoint;

  RunWork(
      ObjectProvider<SheetImport> kinds,
      Checker checker,
      RunStore store,
      RunRowStore rows,
      StaffOfPost posts,
      Audit audit,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.kinds = kinds;
    this.checker = checker;
    this.store = store;
    this.rows = rows;
    this.posts = posts;
    this.audit = audit;
    this.clock = clock;
    this.transaction = template(transactions, TransactionDefinition.PROPAGATION_REQUIRED);
    this.apart = template(transactions, TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.savepoint = template(transactions, TransactionDefinition.PROPAGATION_NESTED);
  }

  private static TransactionTemplate template(PlatformTransactionManager transactions, int how) {
    var template = new TransactionTemplate(transactions);
    template.setPropagationBehavior(how);
    return template;
  }

  /// An import at work: what it is, who began it, and its rows.
  private record Work(RunStore.Job job, SheetImport kind, Staff by, Map<Integer, SheetRow> sheet) {}

  /// Everything that was begun, one after the other.
  void goOn() {
    store.working().forEach(this::go);
  }

  /// Goes on with one until it ends.
  void go(RunId id) {
    try {
      store.job(id).ifPresent(this::go);
    } catch (RuntimeException failed) {
      if (failed instanceof TransientDataAccessException || Outage.in(failed).isPresent()) {
        LOG.warn("import {} waits", id, failed);
        return;
      }
      LOG.error("import {} failed", id, failed);
      end(id, RunState.STOPPED, CellProblem.of("", SheetProblem.FAILED));
    }
  }

  private void go(RunStore.Job job) {
    var by = posts.holder(job.post());
    if (by.isEmpty()) {
      end(job.id(), RunState.STOPPED, CellProblem.of("", SheetProblem.POST_ENDED));
      return;
    }
    var work = work(job, by.get());
    switch (job.mode()) {
      case ALL -> all(work);
      case SKIP -> {
        while (someMore(work)) {
          LOG.debug("import {} goes on", job.id());
        }
      }
    }
  }

  /// Forgets the files of old imports.
  void forget() {
    transaction.executeWithoutResult(
        _ -> store.forget(clock.instant().minus(checker.limits().kept())));
  }

  private Work work(RunStore.Job job, Staff by) {
    var kind = kinds.stream().filter(it -> it.code().equals(job.kind())).findFirst().orElseThrow();
    var content = store.content(job.id()).orElseThrow();
    var sheet = new HashMap<Integer, SheetRow>();
    checker.reader(kind, content, by).rows().forEach(it -> sheet.put(it.row().number(), it.row()));
    return new Work(job, kind, by, sheet);
  }

  /// All rows in one transaction, until the first that is refused.
  private void all(Work work) {
    var id = work.job().id();
    var refused = new AtomicReference<@Nullable Line>();
    transaction.executeWithoutResult(status -> {
      refused.set(firstRefused(work));
      if (refused.get() != null) {
        status.setRollbackOnly();
      }
    });
    var line = refused.get();
    if (line != null) {
      transaction.executeWithoutResult(_ -> {
        rows.became(id, List.of(line));
        end(id, RunState.REFUSED, line.finding().problems().getFirst());
      });
    }
  }

  private @Nullable Line firstRefused(Work work) {
    var id = work.job().id();
    store.takeTurn(work.job().kind());
    if (store.job(id).isEmpty()) {
      return null;
    }
    var lines = new ArrayList<Line>();
    for (var number : rows.waiting(id, Integer.MAX_VALUE)) {
      var line = write(work, number);
      if (line.finding().isWrong()) {
        return line;
      }
      lines.add(line);
      if (lines.size() % checker.limits().chunkRows() == 0) {
        apart.executeWithoutResult(_ -> store.progress(id, lines.size()));
      }
    }
    rows.became(id, lines);
    finish(work);
    return null;
  }

  /// Some rows in one transaction, each on a savepoint of its own.
  ///
  /// @return false when none was left
  private boolean someMore(Work work) {
    return Boolean.TRUE.equals(
        transaction.execute(_ -> {
          var id = work.job().id();
          store.takeTurn(work.job().kind());
          if (store.job(id).isEmpty()) {
            return false;
          }
          var lines = new ArrayList<Line>();
          for (var number : rows.waiting(id, checker.limits().chunkRows())) {
            lines.add(onSavepoint(work, number));
          }
          if (lines.isEmpty()) {
            finish(work);
            return false;
          }
          rows.became(id, lines);
          store.progress(id, rows.written(id));
          return true;
        }));
  }

  private Line onSavepoint(Work work, int number) {
    return Objects.requireNonNull(
        savepoint.execute(status -> {
          var line = write(work, number);
          if (line.finding().isWrong()) {
            status.setRollbackOnly();
          }
          return line;
        }));
  }

  private Line write(Work work, int number) {
    var row = Objects.requireNonNull(work.sheet().get(number), "a row that is not in the file");
    try {
      return new Line(number, work.kind().apply(row, work.by()));
    } catch (ProblemException refused) {
      return new Line(number, Finding.wrong(CellProblem.of("", refused)));
    }
  }

  private void finish(Work work) {
    var id = work.job().id();
    if (store.finish(id, clock.instant())) {
      audit.record(
          work.by(),
          AuditEntry.of("sheet.imported", Subject.of("import", id))
              .with("kind", work.job().kind())
              .with("mode", work.job().mode()));
    }
  }

  private void end(RunId id, RunState state, CellProblem why) {
    transaction.executeWithoutResult(_ -> store.end(id, state, why));
  }
}
