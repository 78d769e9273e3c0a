package org.heyi.steering.directory.siting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.heyi.steering.directory.siting.SitingWriteStore.Happened;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 点位变更: sites open, merge and close during the life of a plan, and in a draft of the next.
///
/// What happens under the version in force happens in the versions that come after it as well, as
/// far as they still say what was so before.
@Service
@Transactional
public class SiteMoves {

  private final Sitings sitings;
  private final SitingStore store;
  private final SitingWriteStore writes;
  private final SitingFrame frame;
  private final Audit audit;
  private final Clock clock;

  SiteMoves(
      Sitings sitings,
      SitingStore store,
      SitingWriteStore writes,
      SitingFrame frame,
      Audit audit,
      Clock clock) {
    this.sitings = sitings;
    this.store = store;
    this.writes = writes;
    this.frame = frame;
    this.audit = audit;
    this.clock = clock;
  }

  /// @throws org.heyi.platform.shared.ProblemException `siting.not-in-force` for what is neither in
  ///   force nor a draft, `siting.changed-meanwhile`, and what the rules refuse
  public void move(AreaId area, int number, MoveSite it, Staff by) {
    sitings.checkMayWrite(area, by);
    writes.lock(area);
    var version =
        store
            .version(area, number, today())
            .orElseThrow(() -> SitingProblem.NO_VERSION.with(number));
    switch (version.state()) {
      case COMING, SUPERSEDED -> throw SitingProblem.NOT_IN_FORCE.with(number);
      case IN_FORCE -> {
        if (it.since().isAfter(today())) {
          throw SitingProblem.NOT_YET_THE_DAY.with(it.since());
        }
        moved(version, it, by);
        store.versions(area, today()).stream()
            .filter(later -> later.number() > number)
            .forEach(later -> follow(later, it));
      }
      case DRAFT -> moved(version, it, by);
    }
  }

  /// What stands in the way of such a step today.
  public List<SitingFault> check(AreaId area, int number, MoveSite it, Staff by) {
    sitings.checkMayWrite(area, by);
    var plan = sitings.plan(area, number, by);
    var there = plan.site(it.code()).orElseThrow(() -> SitingProblem.NO_SITE.with(it.code()));
    var faults = new ArrayList<>(frame.rules(area).check(it, there, plan.surroundings()));
    if (!plan.version().isDraft() && it.since().isAfter(today())) {
      faults.add(SitingFault.of("since", SitingProblem.NOT_YET_THE_DAY, it.since()));
    }
    return faults;
  }

  /// In a version that is locked and may be changed.
  void moved(PlanVersion version, MoveSite it, Staff by) {
    var plan = store.plan(version);
    var there = plan.site(it.code()).orElseThrow(() -> SitingProblem.NO_SITE.with(it.code()));
    if (there.state() != it.from()) {
      throw SitingProblem.CHANGED_MEANWHILE.with(there.name());
    }
    frame.rules(version.area()).check(it, there, plan.surroundings()).stream()
        .findFirst()
        .ifPresent(fault -> {
          throw fault.refused();
        });
    if (!writes.move(version.id(), it)) {
      throw SitingProblem.CHANGED_MEANWHILE.with(there.name());
    }
    var settlements = handOver(version, it);
    writes.note(
        version.id(),
        new Happened(
            it.code(), it.from(), it.to(), it.since(), it.successor(), settlements, it.note()),
        clock.instant(),
        by);
    audit.record(
        by,
        AuditEntry.of("siting.site-moved", Subject.of("siting-plan", version.id()))
            .with("site", it.code())
            .with("from", it.from())
            .with("to", it.to()));
  }

  private int handOver(PlanVersion version, MoveSite it) {
    var successor = it.successor();
    return successor == null ? 0 : writes.handOver(version.id(), it.code(), successor);
  }

  /// A later version that knows the site otherwise, or not its successor, stays as it is; adopting
  /// it is refused until it says nothing against what is.
  private void follow(PlanVersion later, MoveSite it) {
    var plan = store.plan(later);
    boolean same = plan.site(it.code()).filter(site -> site.state() == it.from()).isPresent();
    boolean possible =
        Optional.ofNullable(it.successor())
            .map(successor -> plan.site(successor).filter(site -> site.state().stands()))
            .map(Optional::isPresent)
            .orElse(true);
    if (same && possible && writes.move(later.id(), it)) {
      handOver(later, it);
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Moments.CHINA);
  }
}
