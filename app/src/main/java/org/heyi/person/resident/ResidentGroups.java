package org.heyi.person.resident;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heyi.person.resident.group.PopulationGroup;
import org.heyi.person.resident.group.PopulationGroups;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.policy.Policies;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.NoStaffNeeded;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 重点人群: which groups a resident belongs to (EHR-07). Elderly and children follow from the birth
/// date; the others are recorded by who cares for the resident, from a day on, with how it is
/// known, until they are ended.
@Service
@Transactional
public class ResidentGroups {

  private static final String NAMED = "priority-groups";

  /// How many people of a group an institution of a grid cares for first.
  public record Count(String grid, InstitutionId institution, String group, long residents) {}

  private final GroupStore store;
  private final ResidentSight sight;
  private final Policies policies;
  private final Audit audit;
  private final Clock clock;
  private final PopulationGroups groups = PopulationGroups.ONLY;

  ResidentGroups(
      GroupStore store, ResidentSight sight, Policies policies, Audit audit, Clock clock) {
    this.store = store;
    this.sight = sight;
    this.policies = policies;
    this.audit = audit;
    this.clock = clock;
  }

  /// @param code of a group that is recorded
  /// @param source a word of `known-by` in `resident/groups.yaml`
  /// @throws org.heyi.platform.shared.ProblemException `resident.not-found`,
  ///   `resident.not-yours-to-do`, `resident.no-such-group`, `resident.group-is-computed`,
  ///   `resident.not-in-list`, `resident.group-date-impossible`, `resident.in-group-already`
  public void set(ResidentId resident, String code, String source, LocalDate from, Staff by) {
    sight.require(resident, ResidentAction.FLAG, by);
    var group = groups.find(code).orElseThrow(() -> ResidentProblem.NO_SUCH_GROUP.with(code));
    if (group.isComputed()) {
      throw ResidentProblem.GROUP_IS_COMPUTED.with();
    }
    if (!groups.knownBy().contains(source)) {
      throw ResidentProblem.NOT_IN_LIST.with();
    }
    if (from.isAfter(today()) || from.isBefore(sight.birthDate(resident))) {
      throw ResidentProblem.GROUP_DATE_IMPOSSIBLE.with();
    }
    if (!store.set(resident, code, source, from, by, clock.instant())) {
      throw ResidentProblem.IN_GROUP_ALREADY.with();
    }
    audit.record(by, entry("resident.group-recorded", resident).with("group", code));
  }

  /// @throws org.heyi.platform.shared.ProblemException `resident.group-ended-already`
  public void end(ResidentId resident, UUID flag, Staff by) {
    sight.require(resident, ResidentAction.FLAG, by);
    if (!store.end(flag, resident, today(), by)) {
      throw ResidentProblem.GROUP_ENDED_ALREADY.with();
    }
    audit.record(by, entry("resident.group-ended", resident).with("flag", flag));
  }

  /// The groups that follow from a birth date.
  @NoStaffNeeded(because = "a date tells of nobody")
  public List<PopulationGroup> byAge(LocalDate birthDate) {
    return groups.all().stream().filter(it -> it.holds(birthDate, today())).toList();
  }

  /// The sums over the people whom the caller's duty reaches.
  public List<Count> counts(Staff by) {
    sight.requireDuty(by, ResidentDuty.VIEW);
    return store.counts(sight.institutions(by, ResidentDuty.VIEW), groups, today());
  }

  /// Which groups the area's plan names (P-23): group → clause.
  @NoStaffNeeded(because = "plans are public")
  public Map<String, String> named(AreaId area) {
    var named = new HashMap<String, String>();
    policies
        .find(NAMED, area, null, today())
        .ifPresent(value ->
            groups.all().stream()
                .filter(it -> it.namedAs().stream().anyMatch(value.values()::contains))
                .forEach(it -> named.put(it.code(), value.clause())));
    return named;
  }

  private static AuditEntry entry(String action, ResidentId resident) {
    return AuditEntry.of(action, Subject.of("resident", resident)).about(resident);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Moments.CHINA);
  }
}
