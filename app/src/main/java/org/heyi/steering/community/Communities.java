package org.heyi.steering.community;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.ConsortiumId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.NoStaffNeeded;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Consortia, members, roles, grids.
///
/// Lists join `community.card_member (consortium, institution, role, grid, manager)` (today's
/// members; `manager` is the centre through which a clinic belongs), `community.card_consortium
/// (id, area, name, name_en, trade_name, form)` and `community.card_grid (id, area, consortium,
/// name, name_en, lead)`.
@Service
@Transactional
public class Communities {

  private final ConsortiumStore store;
  private final StructureStore structures;
  private final Clock clock;

  Communities(ConsortiumStore store, StructureStore structures, Clock clock) {
    this.store = store;
    this.structures = structures;
    this.clock = clock;
  }

  /// The memberships of an institution on a day; a clinic has those of the centre that manages it.
  @NoStaffNeeded(because = "membership is public")
  public List<Membership> of(InstitutionId institution, LocalDate on) {
    return store.of(institution, on);
  }

  /// The hospitals that an institution refers up to: leads, joint leads and cooperating hospitals
  /// of its consortia, its own grid's lead first; each hospital once.
  @NoStaffNeeded(because = "membership is public")
  public List<Membership> upward(InstitutionId institution, LocalDate on) {
    var receiving =
        Arrays.stream(MemberRole.values())
            .filter(MemberRole::receives)
            .map(MemberRole::code)
            .toList();
    return store.upward(institution, receiving, on);
  }

  /// All consortia of an area, in the order of the plan.
  @NoStaffNeeded(because = "the plan is public")
  public List<ConsortiumView> consortia(AreaId area) {
    return store.consortia(area);
  }

  /// @throws org.heyi.platform.shared.ProblemException `community.not-found`
  @NoStaffNeeded(because = "the plan is public")
  public ConsortiumView consortium(ConsortiumId id) {
    return store.consortium(id).orElseThrow(() -> CommunityProblem.NOT_FOUND.with(id));
  }

  /// Today's members that the plan names; clinics are counted at the centre that manages them.
  @NoStaffNeeded(because = "membership is public")
  public List<MemberView> members(ConsortiumId consortium) {
    return store.members(consortium, today());
  }

  /// Which of these are in any consortium today: 1 each.
  Map<InstitutionId, Long> memberAmong(Collection<InstitutionId> institutions) {
    return store.memberAmong(institutions, today());
  }

  @NoStaffNeeded(because = "the plan is public")
  public List<GridView> grids(ConsortiumId consortium) {
    return store.grids(consortium, today());
  }

  @NoStaffNeeded(because = "the plan is public")
  public Optional<GridView> grid(String id) {
    return store.grid(id);
  }

  /// Every membership of an institution, past ones too.
  @NoStaffNeeded(because = "membership is public")
  public List<MembershipView> memberships(InstitutionId institution) {
    return store.memberships(institution);
  }

  /// The plan's formula beside what is there today (TSK-18).
  @NoStaffNeeded(because = "the plan is public")
  public List<FormulaCheck> checks(ConsortiumView consortium) {
    return checks(consortium.area(), consortium.id());
  }

  /// The plan's counts for the whole area beside what is there today.
  @NoStaffNeeded(because = "the plan is public")
  public List<FormulaCheck> checks(AreaId area) {
    return checks(area, null);
  }

  private List<FormulaCheck> checks(AreaId area, @Nullable ConsortiumId consortium) {
    var structure = structures.structure(area, today());
    var whose = consortium == null ? "" : consortium.value();
    return structures.parts(area, consortium).stream()
        .map(it -> {
          var counted = it.counted(structure, whose);
          return new FormulaCheck(
              it.label(), it.wanted(), counted, it.holds(counted), it.open(), it.clause());
        })
        .toList();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Moments.CHINA);
  }
}
