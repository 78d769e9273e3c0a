package org.heyi.platform.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shell.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// 装载: loads the packs at start, before anybody can ask: those of the jar and those of
/// `heyi.packs`, a directory; and whenever an administrator uploads a version. Each file is applied
/// whole or not at all, and only when it has changed.
@Component
public class Packs implements SmartInitializingSingleton {

  /// What came of it.
  record Outcome(int applied, int unchanged, List<PackReading.Fault> faults) {}

  private static final Logger LOG = LoggerFactory.getLogger(Packs.class);

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final PackReader reader;
  private final PackStore store;
  private final TransactionTemplate transaction;
  private final MessageSource messages;
  private final PackFiles files;

  Packs(
      ObjectProvider<PackSection> sections,
      PackStore store,
      TransactionTemplate transaction,
      MessageSource messages,
      PackFiles files) {
    this.reader = new PackReader(sections.orderedStream().toList());
    this.store = store;
    this.transaction = transaction;
    this.messages = messages;
    this.files = files;
  }

  /// A pack with faults stops the start: a system that runs on half a plan would be worse than one
  /// that says what to correct.
  @Override
  public void afterSingletonsInstantiated() {
    var begun = System.nanoTime();
    var all = new ArrayList<>(files.all());
    all.addAll(store.outdated());
    var outcome = load(all);
    if (!outcome.faults().isEmpty()) {
      throw new IllegalStateException("policy packs refused:\n" + said(outcome.faults()));
    }
    LOG.info(
        "policy packs: {} applied, {} unchanged, {} ms",
        outcome.applied(),
        outcome.unchanged(),
        (System.nanoTime() - begun) / NANOS_PER_MILLI);
  }

  /// Loads what has no faults and tells the faults of the rest. A file that is the same, letter for
  /// letter, is not even read; one of a version below the one in force is left alone.
  Outcome load(List<PackFile> files) {
    var outcome = new Loading(store.files());
    files.forEach(outcome::load);
    return outcome.end();
  }

  /// One start's loading.
  private final class Loading {

    private final Set<String> known;
    private final List<PackReading.Fault> faults = new ArrayList<>();
    private int applied;
    private int unchanged;

    Loading(Set<String> known) {
      this.known = known;
    }

    void load(PackFile file) {
      var read = known.contains(file.digest()) ? List.<PackReader.Ready>of() : read(file);
      var loaded = store.loaded();
      for (var ready : read) {
        var changed = !ready.isUnchanged(loaded.get(ready.pack().area()));
        var done = changed ? transaction.execute(_ -> apply(file, ready.pack().area())) : null;
        if (Boolean.TRUE.equals(done)) {
          applied++;
        } else {
          unchanged++;
        }
      }
      if (known.contains(file.digest())) {
        unchanged++;
        transaction.executeWithoutResult(_ -> store.keep(file));
      }
    }

    private List<PackReader.Ready> read(PackFile file) {
      var result = reader.read(file);
      faults.addAll(result.faults());
      return result.packs();
    }

    /// Reads again under the lock: another node, or somebody who uploads, may have been first.
    private boolean apply(PackFile file, AreaId area) {
      store.lock();
      var before = store.loaded().get(area);
      for (var ready : read(file)) {
        if (!ready.pack().area().equals(area) || ready.isUnchanged(before)) {
          continue;
        }
        if (before != null && ready.isPast(before)) {
          LOG.info(
              "policy pack {} version {} left alone: version {} is in force",
              area,
              ready.pack().version(),
              before.version());
        } else if (before != null && ready.isNotRaised(before)) {
          faults.add(ready.notRaised(before));
        } else {
          write(file, ready);
          return true;
        }
      }
      return false;
    }

    Outcome end() {
      return new Outcome(applied, unchanged, faults.stream().distinct().toList());
    }
  }

  private void write(PackFile file, PackReader.Ready ready) {
    store.keep(file);
    store.add(ready.pack(), ready.checksum(), file);
    ready.parts().forEach(it -> it.apply(ready.pack()));
  }

  /// What a file would bring as the database is now. Nothing is written.
  public PackTrial tryOut(String name, String text) {
    return trial(new PackFile(name, text)).trial();
  }

  private record Tried(PackTrial trial, List<PackReader.Ready> ready) {}

  private Tried trial(PackFile file) {
    var read = reader.read(file);
    var loaded = store.loaded();
    var faults = new ArrayList<>(read.faults());
    for (var ready : read.packs()) {
      var before = loaded.get(ready.pack().area());
      if (before != null && before.version() >= ready.pack().version()) {
        faults.add(ready.notRaised(before));
      }
    }
    var packs = read.packs().stream().map(PackReader.Ready::pack).toList();
    var text = file.text();
    return new Tried(new PackTrial(text.file(), text.text(), packs, faults), read.packs());
  }

  /// Applies an uploaded file in the caller's transaction, unless it has faults by now; the answer
  /// says which.
  ///
  /// @param bases the versions it was compared with; 0 where the area was new
  /// @param begins the day from which what it changes holds; a new area holds as its file says
  /// @throws org.heyi.platform.shared.ProblemException `policy.overtaken` when another version is
  ///   in force by now
  @Transactional(propagation = Propagation.MANDATORY)
  public PackTrial apply(PackText text, Map<AreaId, Integer> bases, LocalDate begins) {
    store.lock();
    var loaded = store.loaded();
    bases.forEach((area, base) -> {
      var present = loaded.containsKey(area) ? loaded.get(area).version() : 0;
      if (present != base) {
        throw PolicyProblem.OVERTAKEN.with(area, present, base);
      }
    });
    var known = bases.keySet().stream().anyMatch(loaded::containsKey);
    var file = new PackFile(text.file(), text.text(), known ? begins : null);
    var tried = trial(file);
    if (tried.trial().faults().isEmpty()) {
      tried.ready().forEach(it -> write(file, it));
    }
    return tried.trial();
  }

  /// The root of a file that is plain YAML.
  public Optional<PackNode> tree(PackText text) {
    return new PackFile(text.file(), text.text()).root(new PackReading(text.file(), null, null));
  }

  private String said(List<PackReading.Fault> faults) {
    var chinese = new Words(messages, Locale.SIMPLIFIED_CHINESE);
    var english = new Words(messages, Locale.ENGLISH);
    var text = new StringBuilder();
    for (var fault : faults) {
      text.append(
          "%s:%d:%d %s%n  %s%n  %s%n"
              .formatted(
                  fault.file(),
                  fault.line(),
                  fault.column(),
                  fault.path(),
                  chinese.of(fault.problem(), fault.args().toArray()),
                  english.of(fault.problem(), fault.args().toArray())));
    }
    return text.toString();
  }
}
