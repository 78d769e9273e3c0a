package org.heyi.steering.governance.unified;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.heyi.platform.access.Reach;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.policy.Citation;
import org.heyi.platform.policy.Policies;
import org.heyi.platform.policy.PolicyValue;
import org.heyi.platform.shared.ConsortiumId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.NoStaffNeeded;
import org.heyi.platform.shared.Scope;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.heyi.steering.community.Communities;
import org.heyi.steering.community.MemberView;
import org.heyi.steering.governance.Arrangements;
import org.heyi.steering.governance.Authority;
import org.heyi.steering.governance.GovernanceDuty;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How far the members of a consortium are managed as one (GOV-11).
@Service
@Transactional
public class Unifications {

  private static final int LONGEST_NOTE = 500;

  private final UnifiedStore store;
  private final Arrangements arrangements;
  private final Communities communities;
  private final Policies policies;
  private final Reach reach;
  private final Audit audit;
  private final Clock clock;

  Unifications(
      UnifiedStore store,
      Arrangements arrangements,
      Communities communities,
      Policies policies,
      Reach reach,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.arrangements = arrangements;
    this.communities = communities;
    this.policies = policies;
    this.reach = reach;
    this.audit = audit;
    this.clock = clock;
  }

  /// Empty where the plan manages nothing as one.
  @NoStaffNeeded(because = "how a consortium is managed is public")
  public Optional<UnifiedMatrix> matrix(ConsortiumId consortium) {
    return store.begin(consortium).map(it -> matrix(consortium, it));
  }

  /// One member's row.
  ///
  /// @throws org.heyi.platform.shared.ProblemException `unified.not-found`
  @NoStaffNeeded(because = "how a consortium is managed is public")
  public UnifiedMatrix.Row row(ConsortiumId consortium, InstitutionId member) {
    return matrix(consortium).stream()
        .flatMap(it -> it.rows().stream())
        .filter(it -> it.institution().equals(member))
        .findFirst()
        .orElseThrow(() -> UnifiedProblem.NOT_FOUND.with(member));
  }

  /// Every recorded change of a member, newest first.
  @NoStaffNeeded(because = "how a consortium is managed is public")
  public List<UnifiedMatrix.Change> history(ConsortiumId consortium, InstitutionId member) {
    return store.history(consortium, member);
  }

  /// Whether the caller records the status of that member: the department that the plan lets lead,
  /// for its area, or the head of an institution that leads the consortium.
  public boolean mayChange(ConsortiumId consortium, InstitutionId member, Staff by) {
    return reach.covers(by, GovernanceDuty.UNIFY, member)
        && by.scope(GovernanceDuty.UNIFY)
            .map(it -> it == Scope.AREA ? governs(by) : leads(consortium, by))
            .orElse(false);
  }

  private boolean governs(Staff by) {
    return arrangements.authorities(by.area()).stream()
        .filter(it -> it.institution().equals(by.institution().value()))
        .anyMatch(Authority::leads);
  }

  private boolean leads(ConsortiumId consortium, Staff by) {
    return members(consortium).stream()
        .anyMatch(it -> it.role().leads() && it.institution().equals(by.institution()));
  }

  /// Records how far a member is managed as one in one dimension.
  ///
  /// @throws org.heyi.platform.shared.ProblemException `unified.changed-meanwhile` when it was
  ///   changed since the caller saw it
  public void change(ChangeStatus command, Staff by) {
    var cell =
        row(command.consortium(), command.institution()).cells().stream()
            .filter(it -> it.dimension().is(command.kind(), command.dimension()))
            .findFirst()
            .orElseThrow(() -> UnifiedProblem.NOT_FOUND.with(command.dimension()));
    if (!mayChange(command.consortium(), command.institution(), by)) {
      throw UnifiedProblem.NOT_YOURS.with(command.institution());
    }
    if (command.since().isAfter(today())) {
      throw UnifiedProblem.DATE_AHEAD.with(command.since());
    }
    if (command.note().length() > LONGEST_NOTE) {
      throw UnifiedProblem.NOTE_TOO_LONG.with(LONGEST_NOTE);
    }
    if (cell.version() == command.version() && cell.status() == command.status()) {
      throw UnifiedProblem.SAME_STATUS.with(command.dimension());
    }
    if (!store.add(command, by)) {
      throw UnifiedProblem.CHANGED_MEANWHILE.with(command.dimension());
    }
    audit.record(
        by,
        AuditEntry.of("governance.status-changed", Subject.of("consortium", command.consortium()))
            .with("institution", command.institution())
            .with("dimension", command.dimension())
            .with("status", command.status().code()));
  }

  private UnifiedMatrix matrix(ConsortiumId consortium, UnifiedStore.Begin begin) {
    var dimensions = dimensions(consortium);
    var newest = store.newest(consortium);
    var rows =
        members(consortium).stream()
            .map(member ->
                new UnifiedMatrix.Row(
                    member.institution(),
                    member.name(),
                    member.role(),
                    dimensions.stream()
                        .map(it -> cell(it, member, newest, begin.status()))
                        .toList()))
            .toList();
    return new UnifiedMatrix(consortium, begin.status(), begin.origin(), dimensions, rows);
  }

  private static UnifiedMatrix.Cell cell(
      UnifiedDimension dimension,
      MemberView member,
      List<UnifiedMatrix.Change> newest,
      UnifiedStatus begins) {
    return newest.stream()
        .filter(it -> it.institution().equals(member.institution()))
        .filter(it -> dimension.is(it.kind(), it.dimension()))
        .findFirst()
        .map(it -> new UnifiedMatrix.Cell(dimension, it.version(), it.status(), it.since()))
        .orElseGet(() -> new UnifiedMatrix.Cell(dimension, 0, begins, null));
  }

  /// Named institutions only: clinics are managed through their centre.
  private List<MemberView> members(ConsortiumId consortium) {
    return communities.members(consortium).stream().filter(it -> it.role().inside()).toList();
  }

  private List<UnifiedDimension> dimensions(ConsortiumId consortium) {
    var area = communities.consortium(consortium).area();
    var details = store.details(consortium);
    var dimensions = new ArrayList<UnifiedDimension>();
    Arrays.stream(UnifiedKind.values())
        .forEach(kind ->
            policies
                .find(kind.parameter(), area, consortium, today())
                .ifPresent(value ->
                    value
                        .values()
                        .forEach(name -> dimensions.add(dimension(kind, name, value, details)))));
    return dimensions;
  }

  private static UnifiedDimension dimension(
      UnifiedKind kind, String name, PolicyValue value, List<UnifiedStore.Detail> details) {
    var origin = new Citation(value.clause(), value.house());
    return details.stream()
        .filter(it -> it.kind() == kind && it.name().equals(name))
        .findFirst()
        .map(it -> new UnifiedDimension(kind, name, origin, it.centre(), it.rule(), it.origin()))
        .orElseGet(() -> new UnifiedDimension(kind, name, origin, "", "", origin));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Moments.CHINA);
  }
}
