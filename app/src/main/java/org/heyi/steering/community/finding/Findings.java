package org.heyi.steering.community.finding;

import static java.util.Comparator.comparing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.policy.Policies;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.NoStaffNeeded;
import org.heyi.platform.shared.Period;
import org.heyi.platform.shared.Scope;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The structure rules of an area beside today's members and grids (GOV-07, GOV-08).
@Service
@Transactional
public class Findings {

  private static final int LONGEST = 500;

  private final FactFinder facts;
  private final Policies policies;
  private final ExemptionStore store;
  private final Audit audit;
  private final Clock clock;

  Findings(FactFinder facts, Policies policies, ExemptionStore store, Audit audit, Clock clock) {
    this.facts = facts;
    this.policies = policies;
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /// Warnings first, then what is not recorded.
  ///
  /// @throws org.heyi.platform.shared.ProblemException `policy.no-such-area`
  @NoStaffNeeded(because = "plan and membership are public")
  public List<Finding> of(AreaId area) {
    var norms = new Norms(policies.parameter(area, Norms.NUMBER), today());
    var live = store.live(area, today());
    return new Inspection(facts.of(area), norms, RuleReading.ONLY)
        .findings().stream()
            .map(it -> live.stream().filter(it::isCoveredBy).findFirst().map(it::with).orElse(it))
            .sorted(comparing((Finding it) -> !it.isWarning()).thenComparing(Finding::outcome))
            .toList();
  }

  /// @throws org.heyi.platform.shared.ProblemException `finding.not-found`
  @NoStaffNeeded(because = "plan and membership are public")
  public Finding find(AreaId area, String rule, String target) {
    return of(area).stream()
        .filter(it -> it.rule().code().equals(rule) && it.target().id().equals(target))
        .findFirst()
        .orElseThrow(() -> FindingProblem.NOT_FOUND.with(rule, target));
  }

  /// Every exemption there was for this rule and target, newest first.
  @NoStaffNeeded(because = "plan and membership are public")
  public List<Exemption> history(Finding finding) {
    return store.history(finding.target().area(), finding.rule(), finding.target().id());
  }

  public boolean mayExempt(AreaId area, Staff by) {
    return by.scope(CommunityDuty.EXEMPT).filter(it -> it == Scope.AREA).isPresent()
        && by.area().equals(area);
  }

  /// Lets a warning be, as long as rule and facts stay as they were shown.
  public ExemptionId exempt(ExemptFinding command, Staff by) {
    checkMayExempt(command.area(), by);
    var finding = find(command.area(), command.rule(), command.target());
    var reason = command.reason().strip();
    var last = Optional.ofNullable(command.last());
    if (reason.isEmpty() || reason.codePointCount(0, reason.length()) > LONGEST) {
      throw FindingProblem.NO_REASON.with(LONGEST);
    }
    if (last.filter(it -> it.isBefore(today())).isPresent()) {
      throw FindingProblem.LAST_DAY_PASSED.with();
    }
    if (!finding.expected().equals(command.expected())
        || !finding.found().equals(command.found())) {
      throw FindingProblem.FACTS_CHANGED.with();
    }
    if (finding.outcome() != Outcome.DOES_NOT_HOLD) {
      throw FindingProblem.NO_WARNING.with();
    }
    var id = ExemptionId.next();
    var period = new Period(today(), last.map(it -> it.plusDays(1)).orElse(null));
    if (!store.add(id, finding, reason, period, clock.instant(), by)) {
      throw FindingProblem.ALREADY_EXEMPT.with();
    }
    audit.record(
        by,
        AuditEntry.of("community.exemption-recorded", Subject.of("exemption", id))
            .with("rule", finding.rule().code())
            .with("target", finding.target().id())
            .with("expected", finding.expected())
            .with("found", finding.found()));
    return id;
  }

  /// The warning is back at once.
  public Exemption withdraw(ExemptionId id, Staff by) {
    var exemption = store.find(id).orElseThrow(FindingProblem.EXEMPTION_NOT_FOUND::with);
    checkMayExempt(exemption.area(), by);
    if (!store.withdraw(id, clock.instant(), by)) {
      throw FindingProblem.ALREADY_WITHDRAWN.with();
    }
    audit.record(
        by,
        AuditEntry.of("community.exemption-withdrawn", Subject.of("exemption", id))
            .with("rule", exemption.rule().code())
            .with("target", exemption.target()));
    return exemption;
  }

  /// @throws org.heyi.platform.shared.ProblemException `finding.not-your-duty`
  public void checkMayExempt(AreaId area, Staff by) {
    if (!mayExempt(area, by)) {
      throw FindingProblem.NOT_YOUR_DUTY.with();
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Moments.CHINA);
  }
}
