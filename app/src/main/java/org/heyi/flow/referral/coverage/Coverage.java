package org.heyi.flow.referral.coverage;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.heyi.flow.referral.ReferralDuty;
import org.heyi.flow.referral.office.Offices;
import org.heyi.platform.access.DutyUse;
import org.heyi.platform.access.DutyUses;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Scope;
import org.heyi.platform.shared.Staff;
import org.heyi.steering.community.Communities;
import org.heyi.steering.community.ConsortiumView;
import org.heyi.steering.community.MemberRole;
import org.heyi.steering.community.MemberView;
import org.heyi.steering.directory.InstitutionView;
import org.heyi.steering.directory.Institutions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 转诊平台覆盖: whether every member is on the platform (南阳 台账二(六), 太仓 二(三)5, 临沂 三(二)2), for the health
/// commission and for the hospitals that lead.
@Service
@Transactional(readOnly = true)
public class Coverage {

  static final List<String> DUTIES =
      Stream.of(ReferralDuty.SEND, ReferralDuty.REVIEW, ReferralDuty.ARRIVE, ReferralDuty.TREAT)
          .map(ReferralDuty::code)
          .toList();

  private static final Set<MemberRole> LEADING = Set.of(MemberRole.LEAD, MemberRole.JOINT_LEAD);

  private final Communities communities;
  private final Institutions institutions;
  private final DutyUses uses;
  private final Offices offices;
  private final CoverageStore store;
  private final Clock clock;

  Coverage(
      Communities communities,
      Institutions institutions,
      DutyUses uses,
      Offices offices,
      CoverageStore store,
      Clock clock) {
    this.communities = communities;
    this.institutions = institutions;
    this.uses = uses;
    this.offices = offices;
    this.store = store;
    this.clock = clock;
  }

  /// All consortia of the area for the commission, those it leads for a lead hospital; none for
  /// others.
  public List<ConsortiumCoverage> of(Staff by) {
    return consortia(by).stream().map(this::coverage).toList();
  }

  private List<ConsortiumView> consortia(Staff by) {
    if (!by.may(ReferralDuty.COVERAGE)) {
      return List.of();
    }
    if (by.scope(ReferralDuty.COVERAGE).orElseThrow() == Scope.AREA) {
      return communities.consortia(by.area());
    }
    var today = LocalDate.ofInstant(clock.instant(), Moments.CHINA);
    return communities.of(by.institution(), today).stream()
        .filter(it -> LEADING.contains(MemberRole.of(it.role())))
        .map(it -> communities.consortium(it.consortium()))
        .toList();
  }

  /// What is known of all its members and their clinics at once.
  private record Known(
      Map<InstitutionId, List<InstitutionId>> clinics,
      Map<InstitutionId, DutyUse> uses,
      Map<InstitutionId, Instant> steps,
      Set<InstitutionId> offices) {}

  private ConsortiumCoverage coverage(ConsortiumView it) {
    var members =
        communities.members(it.id()).stream().filter(member -> member.role().inside()).toList();
    var known = known(members.stream().map(MemberView::institution).toList());
    return new ConsortiumCoverage(
        it,
        members.stream()
            .map(member -> coverage(member, known))
            .sorted(Comparator.comparingInt(MemberCoverage::rank))
            .toList());
  }

  private Known known(List<InstitutionId> members) {
    var clinics = new HashMap<InstitutionId, List<InstitutionId>>();
    var all = new ArrayList<>(members);
    for (var member : members) {
      var managed = institutions.managedBy(member).stream().map(InstitutionView::id).toList();
      clinics.put(member, managed);
      all.addAll(managed);
    }
    return new Known(
        clinics, uses.of(all, DUTIES), store.lastSteps(members), offices.named(members));
  }

  private static MemberCoverage coverage(MemberView it, Known known) {
    var id = it.institution();
    var use = known.uses().getOrDefault(id, DutyUse.NONE);
    var clinics = known.clinics().getOrDefault(id, List.of());
    return new MemberCoverage(
        id,
        it.name(),
        it.role(),
        use,
        later(use.lastIn(), known.steps().get(id)),
        known.offices().contains(id),
        clinics.size(),
        clinics.stream()
            .filter(clinic -> known.uses().getOrDefault(clinic, DutyUse.NONE).open())
            .count());
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? other : one;
  }
}
