package org.heyi.steering.directory.siting;

import static java.util.Comparator.comparing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.heyi.platform.access.Reach;
import org.heyi.platform.policy.Policies;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.NoStaffNeeded;
import org.heyi.platform.shared.Scope;
import org.heyi.platform.shared.Staff;
import org.heyi.steering.directory.DirectoryDuty;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 村卫生室规划库: the siting plans of areas (GOV-10), to read. Who works in the area reads them, and who
/// looks over its city; its health commission writes them.
@Service
@Transactional(readOnly = true)
public class Sitings {

  private final SitingStore store;
  private final Policies policies;
  private final Reach reach;
  private final Clock clock;

  Sitings(SitingStore store, Policies policies, Reach reach, Clock clock) {
    this.store = store;
    this.policies = policies;
    this.reach = reach;
    this.clock = clock;
  }

  /// Newest first.
  ///
  /// @throws org.heyi.platform.shared.ProblemException `siting.no-area`
  public List<PlanVersion> versions(AreaId area, Staff by) {
    checkMayRead(area, by);
    return store.versions(area, today());
  }

  /// The version that is in force today.
  public Optional<SitingPlan> inForce(AreaId area, Staff by) {
    return versions(area, by).stream()
        .filter(it -> it.state() == PlanVersion.State.IN_FORCE)
        .findFirst()
        .map(store::plan);
  }

  /// @throws org.heyi.platform.shared.ProblemException `siting.no-area`, `siting.no-version`
  public SitingPlan plan(AreaId area, int number, Staff by) {
    checkMayRead(area, by);
    return store.plan(version(area, number));
  }

  /// What became of a site, oldest first.
  public List<SiteEvent> history(AreaId area, int number, String code, Staff by) {
    checkMayRead(area, by);
    return store.events(version(area, number), code);
  }

  /// @throws org.heyi.platform.shared.ProblemException `siting.no-area`, `siting.no-version`
  public SitingDifference difference(AreaId area, int from, int to, Staff by) {
    return SitingDifference.between(plan(area, from, by), plan(area, to, by));
  }

  /// Which of these health centres answer for a settlement that nobody serves today.
  @NoStaffNeeded(because = "which centre has residents left to cover is no secret of the area")
  public Set<InstitutionId> withUncovered(Collection<InstitutionId> centres) {
    return store.withUncovered(centres, today());
  }

  /// The areas whose plans somebody may read, their own among them.
  public Set<AreaId> areas(Staff by) {
    var areas = new TreeSet<AreaId>(comparing(AreaId::value));
    areas.addAll(reach.areas(by, DirectoryDuty.OVERSEE));
    areas.add(by.area());
    return areas;
  }

  public boolean mayRead(AreaId area, Staff by) {
    return areas(by).contains(area)
        && policies.areas().stream().anyMatch(it -> it.area().equals(area));
  }

  public boolean mayWrite(AreaId area, Staff by) {
    return by.scope(DirectoryDuty.SITE).filter(it -> it == Scope.AREA).isPresent()
        && by.area().equals(area);
  }

  /// @throws org.heyi.platform.shared.ProblemException `siting.not-your-duty`, and for strangers
  ///   `siting.no-area`
  public void checkMayWrite(AreaId area, Staff by) {
    checkMayRead(area, by);
    if (!mayWrite(area, by)) {
      throw SitingProblem.NOT_YOUR_DUTY.with();
    }
  }

  private void checkMayRead(AreaId area, Staff by) {
    if (!mayRead(area, by)) {
      throw SitingProblem.NO_AREA.with(area);
    }
  }

  private PlanVersion version(AreaId area, int number) {
    return store
        .version(area, number, today())
        .orElseThrow(() -> SitingProblem.NO_VERSION.with(number));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Moments.CHINA);
  }
}
