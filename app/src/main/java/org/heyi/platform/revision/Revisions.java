package org.heyi.platform.revision;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.policy.Pack;
import org.heyi.platform.policy.PackTrial;
import org.heyi.platform.policy.Packs;
import org.heyi.platform.policy.Policies;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.NoStaffNeeded;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 政策修订: new versions of policy packs, from the upload to the day they hold.
@Service
@Transactional
public class Revisions {

  private final RevisionStore store;
  private final Packs packs;
  private final Policies policies;
  private final Audit audit;
  private final Clock clock;

  Revisions(RevisionStore store, Packs packs, Policies policies, Audit audit, Clock clock) {
    this.store = store;
    this.packs = packs;
    this.policies = policies;
    this.audit = audit;
    this.clock = clock;
  }

  /// Reads a file and says what is wrong with it; nothing is kept.
  @Transactional(readOnly = true)
  public PackTrial tryOut(String name, byte[] content, Staff by) {
    mayPublish(by);
    if (content.length == 0) {
      throw RevisionProblem.NO_FILE.with();
    }
    var trial = packs.tryOut(name, text(content));
    var known = bases();
    var own =
        trial.packs().stream()
            .map(Pack::area)
            .anyMatch(it -> it.equals(by.area()) || !known.containsKey(it));
    if (trial.faults().isEmpty() && !own) {
      throw RevisionProblem.OTHER_AREA.with(trial.packs().getFirst().name());
    }
    return trial;
  }

  /// Keeps a file without faults, beside the versions it was compared with.
  public RevisionId propose(String name, byte[] content, Staff by) {
    var trial = tryOut(name, content, by);
    if (!trial.faults().isEmpty()) {
      throw RevisionProblem.FAULTY.with(trial.faults().size());
    }
    var id = store.add(trial, bases(), by);
    record("revision.proposed", find(id), by);
    return id;
  }

  /// Says from when it holds; today is at once.
  ///
  /// @throws org.heyi.platform.shared.ProblemException `policy.overtaken` when another version came
  ///   into force meanwhile
  public void apply(RevisionId id, @Nullable LocalDate from, Staff by) {
    store.lock(id);
    var revision = open(id, by);
    if (from == null) {
      throw RevisionProblem.NO_DATE.with();
    }
    if (from.isBefore(today())) {
      throw RevisionProblem.TOO_EARLY.with(today());
    }
    var now = from.equals(today());
    var state = now ? RevisionState.IN_FORCE : RevisionState.SCHEDULED;
    if (!store.decide(id, state, from, by)) {
      throw RevisionProblem.NOT_OPEN.with();
    }
    if (now) {
      putIntoForce(revision, from);
    } else {
      refuseFaults(packs.tryOut(revision.text().file(), revision.text().text()));
    }
    record(now ? "revision.in-force" : "revision.scheduled", find(id), by);
  }

  public void withdraw(RevisionId id, Staff by) {
    store.lock(id);
    open(id, by);
    if (!store.decide(id, RevisionState.WITHDRAWN, null, by)) {
      throw RevisionProblem.NOT_OPEN.with();
    }
    record("revision.withdrawn", find(id), by);
  }

  /// Those of the reader's area, newest first.
  public List<Revision> list(Staff by) {
    mayPublish(by);
    return store.of(by.area());
  }

  public Revision show(RevisionId id, Staff by) {
    mayPublish(by);
    var found = find(id);
    if (store.of(by.area()).stream().noneMatch(it -> it.id().equals(id))) {
      throw RevisionProblem.NO_SUCH_REVISION.with();
    }
    return found;
  }

  /// What stands against it by now.
  public PackTrial check(Revision revision, Staff by) {
    mayPublish(by);
    return packs.tryOut(revision.text().file(), revision.text().text());
  }

  /// What it changes against the version it was compared with, section by section. Nothing where
  /// its area is new, or the other file was not kept.
  public List<Difference> differences(Revision revision, Staff by) {
    mayPublish(by);
    var base = revision.areas().stream().filter(it -> it.base() > 0).findFirst();
    if (base.isEmpty()) {
      return List.of();
    }
    return Differences.between(
        packs.tree(policies.text(base.get().area(), base.get().base())).orElseThrow(),
        packs.tree(revision.text()).orElseThrow());
  }

  /// The uploads by which versions of an area came into force.
  @NoStaffNeeded(because = "who put a plan into force is as public as the plan")
  public Map<Integer, Revision> inForce(AreaId area) {
    return store.inForce(area);
  }

  void putIntoForce(Revision revision, LocalDate begins) {
    var bases =
        revision.areas().stream()
            .collect(Collectors.toMap(Revision.Change::area, Revision.Change::base));
    refuseFaults(packs.apply(revision.text(), bases, begins));
    store.putIntoForce(revision.id());
  }

  private static void refuseFaults(PackTrial trial) {
    if (!trial.faults().isEmpty()) {
      throw RevisionProblem.FAULTY.with(trial.faults().size());
    }
  }

  static AuditEntry entry(String action, Revision it) {
    var entry = AuditEntry.of(action, Subject.of("revision", it.id()));
    for (var change : it.areas()) {
      entry = entry.with(change.area().value(), change.base() + "→" + change.version());
    }
    return it.begins() == null ? entry : entry.with("begins", it.begins());
  }

  private void record(String action, Revision it, Staff by) {
    audit.record(by, entry(action, it));
  }

  private Revision open(RevisionId id, Staff by) {
    var revision = show(id, by);
    if (!revision.state().isOpen()) {
      throw RevisionProblem.NOT_OPEN.with();
    }
    return revision;
  }

  private Revision find(RevisionId id) {
    return store.find(id).orElseThrow(RevisionProblem.NO_SUCH_REVISION::with);
  }

  private Map<AreaId, Integer> bases() {
    return policies.areas().stream().collect(Collectors.toMap(Pack::area, Pack::version));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Moments.CHINA);
  }

  private static String text(byte[] content) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      throw RevisionProblem.NOT_UTF8.with();
    }
  }

  private static void mayPublish(Staff by) {
    if (!by.may(RevisionDuty.PUBLISH)) {
      throw RevisionProblem.NOT_A_PUBLISHER.with();
    }
  }
}
