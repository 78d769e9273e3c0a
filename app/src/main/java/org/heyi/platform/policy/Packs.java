package org.heyi.platform.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.heyi.platform.shell.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Loads the packs at start, before anybody can ask: those of the jar and those of `heyi.packs`, a
/// directory. Each pack is applied whole or not at all, and only when it has changed.
@Component
class Packs implements SmartInitializingSingleton {

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
    var outcome = load(files.all());
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
  /// letter, is not even read.
  Outcome load(List<PackFile> files) {
    var faults = new ArrayList<PackReading.Fault>();
    var ready = new ArrayList<PackReader.Ready>();
    var known = store.files();
    var same = 0;
    for (var file : files) {
      if (known.contains(file.digest())) {
        same++;
        continue;
      }
      var result = reader.read(file);
      faults.addAll(result.faults());
      ready.addAll(result.packs());
    }
    var loaded = store.loaded();
    var changed =
        ready.stream().filter(it -> !it.isUnchanged(loaded.get(it.pack().area()))).toList();
    var applied = 0;
    for (var pack : changed) {
      applied += Boolean.TRUE.equals(transaction.execute(_ -> apply(pack, faults))) ? 1 : 0;
    }
    return new Outcome(applied, same + ready.size() - applied, List.copyOf(faults));
  }

  /// Looks again under the lock: another node may have been first.
  private boolean apply(PackReader.Ready ready, List<PackReading.Fault> faults) {
    store.lock();
    var before = store.loaded().get(ready.pack().area());
    if (ready.isUnchanged(before)) {
      return false;
    }
    if (before != null && ready.isNotRaised(before)) {
      faults.add(
          ready
              .version()
              .fault(PackProblem.VERSION_NOT_RAISED, ready.pack().version(), before.version()));
      return false;
    }
    store.add(ready.pack(), ready.checksum(), ready.digest());
    ready.parts().forEach(it -> it.apply(ready.pack()));
    return true;
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
