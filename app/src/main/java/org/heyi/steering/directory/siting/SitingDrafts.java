package org.heyi.steering.directory.siting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.heyi.steering.directory.siting.SitingWriteStore.Happened;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 规划草案: drafts of siting plans, one an area: begun as a copy of the last version that was adopted,
/// edited, then adopted or thrown away.
@Service
@Transactional
public class SitingDrafts {

  private final Sitings sitings;
  private final SitingStore store;
  private final SitingWriteStore writes;
  private final SitingFrame frame;
  private final Audit audit;
  private final Clock clock;

  SitingDrafts(
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

  /// @throws org.heyi.platform.shared.ProblemException `siting.draft-exists`
  public PlanVersion begin(AreaId area, Staff by) {
    sitings.checkMayWrite(area, by);
    writes.lock(area);
    var before = lastAdopted(area);
    var id = SitingId.next();
    if (!writes.addDraft(id, area, clock.instant(), by)) {
      throw SitingProblem.DRAFT_EXISTS.with();
    }
    before.ifPresent(it -> writes.copy(it.id(), id));
    var draft = draft(area).orElseThrow();
    record("siting.drafted", draft, by);
    return draft;
  }

  public void discard(AreaId area, int number, Staff by) {
    var draft = draft(area, number, by);
    if (!writes.discard(draft.id())) {
      throw SitingProblem.NOT_A_DRAFT.with(number);
    }
    record("siting.discarded", draft, by);
  }

  /// @throws org.heyi.platform.shared.ProblemException what stands in the way, and
  ///   `siting.not-a-draft` when somebody else was first
  public void adopt(AreaId area, int number, AdoptPlan it, Staff by) {
    var draft = draft(area, number, by);
    var before = lastAdopted(area).map(store::plan);
    refuse(SitingRules.adoption(before, store.plan(draft), it).stream().toList());
    if (!writes.adopt(draft, it, clock.instant(), by)) {
      throw SitingProblem.NOT_A_DRAFT.with(number);
    }
    audit.record(
        by,
        AuditEntry.of("siting.adopted", subject(draft))
            .with("number", number)
            .with("since", it.since()));
  }

  /// What stands in the way of adopting it so.
  public List<SitingFault> check(AreaId area, int number, AdoptPlan it, Staff by) {
    var before = lastAdopted(area).map(store::plan);
    return SitingRules.adoption(before, store.plan(draft(area, number, by)), it).stream().toList();
  }

  /// What stands in the way of a site's being so.
  ///
  /// @param fresh whether it is to be entered, not changed
  public List<SitingFault> check(AreaId area, int number, EnterSite it, boolean fresh, Staff by) {
    var plan = store.around(draft(area, number, by), it);
    return fresh && plan.site(it.code()).isPresent()
        ? List.of(SitingFault.of("code", SitingProblem.CODE_TAKEN, it.code()))
        : frame.rules(area).check(it, plan);
  }

  /// The same for a settlement.
  public List<SitingFault> check(
      AreaId area, int number, EnterSettlement it, boolean fresh, Staff by) {
    var plan = store.around(draft(area, number, by), it);
    return fresh && plan.settlement(it.code()).isPresent()
        ? List.of(SitingFault.of("code", SitingProblem.CODE_TAKEN, it.code()))
        : frame.rules(area).check(it, plan);
  }

  public void enter(AreaId area, int number, EnterSite it, Staff by) {
    var draft = draft(area, number, by);
    var plan = store.around(draft, it);
    if (plan.site(it.code()).isPresent()) {
      throw SitingProblem.CODE_TAKEN.with(it.code());
    }
    refuse(frame.rules(area).check(it, plan));
    add(draft, it, by);
  }

  private void add(PlanVersion draft, EnterSite it, Staff by) {
    writes.add(draft.id(), it);
    writes.note(
        draft.id(),
        new Happened(it.code(), null, it.state(), it.since(), it.successor(), 0, it.note()),
        clock.instant(),
        by);
    record("siting.site-entered", draft, it.code(), by);
  }

  /// Everything but its state, which [SiteMoves] changes. A successor that is named late takes over
  /// what is left.
  ///
  /// @param revision as it was shown
  public void change(AreaId area, int number, EnterSite it, int revision, Staff by) {
    var draft = draft(area, number, by);
    var plan = store.around(draft, it);
    var there = plan.site(it.code()).orElseThrow(() -> SitingProblem.NO_SITE.with(it.code()));
    if (there.state() != it.state()) {
      throw SitingProblem.CHANGED_MEANWHILE.with(there.name());
    }
    refuse(frame.rules(area).check(it, plan));
    if (!writes.change(draft.id(), it, revision)) {
      throw SitingProblem.CHANGED_MEANWHILE.with(there.name());
    }
    var successor = it.successor();
    if (successor != null) {
      writes.handOver(draft.id(), it.code(), successor);
    }
    record("siting.site-changed", draft, it.code(), by);
  }

  public void removeSite(AreaId area, int number, String code, Staff by) {
    var draft = draft(area, number, by);
    var plan = store.plan(draft);
    var site = plan.site(code).orElseThrow(() -> SitingProblem.NO_SITE.with(code));
    if (SitingRules.isNeeded(site, plan)) {
      throw SitingProblem.STILL_NEEDED.with(site.name());
    }
    writes.removeSite(draft.id(), code);
    record("siting.site-removed", draft, code, by);
  }

  public void enter(AreaId area, int number, EnterSettlement it, Staff by) {
    var draft = draft(area, number, by);
    var plan = store.around(draft, it);
    if (plan.settlement(it.code()).isPresent()) {
      throw SitingProblem.CODE_TAKEN.with(it.code());
    }
    refuse(frame.rules(area).check(it, plan));
    writes.add(draft.id(), it);
    record("siting.settlement-entered", draft, it.code(), by);
  }

  public void change(AreaId area, int number, EnterSettlement it, Staff by) {
    var draft = draft(area, number, by);
    var plan = store.around(draft, it);
    if (plan.settlement(it.code()).isEmpty()) {
      throw SitingProblem.NO_SETTLEMENT.with(it.code());
    }
    refuse(frame.rules(area).check(it, plan));
    writes.change(draft.id(), it);
    record("siting.settlement-changed", draft, it.code(), by);
  }

  /// Divides service areas: from now on these settlements are served so.
  public void assign(
      AreaId area,
      int number,
      Collection<String> settlements,
      ServedBy servedBy,
      @Nullable String site,
      Staff by) {
    var draft = draft(area, number, by);
    var plan = store.plan(draft);
    if ((servedBy == ServedBy.SITE) != (site != null)) {
      throw SitingProblem.WHICH_SITE.with();
    }
    if (site != null) {
      refuse(SitingRules.taking(site, plan.surroundings()).stream().toList());
    }
    for (var code : settlements) {
      var it = plan.settlement(code).orElseThrow(() -> SitingProblem.NO_SETTLEMENT.with(code));
      refuse(SitingRules.served(it.name(), servedBy, it.centre()).stream().toList());
    }
    writes.assign(draft.id(), settlements, servedBy, site);
    audit.record(
        by,
        AuditEntry.of("siting.area-divided", subject(draft))
            .with("settlements", settlements.size())
            .with("served-by", servedBy));
  }

  public void removeSettlement(AreaId area, int number, String code, Staff by) {
    var draft = draft(area, number, by);
    if (store.plan(draft).settlement(code).isEmpty()) {
      throw SitingProblem.NO_SETTLEMENT.with(code);
    }
    writes.removeSettlement(draft.id(), code);
    record("siting.settlement-removed", draft, code, by);
  }

  /// The draft of that number, for a change: nobody else changes the area's plans meanwhile.
  private PlanVersion draft(AreaId area, int number, Staff by) {
    sitings.checkMayWrite(area, by);
    writes.lock(area);
    return store
        .version(area, number, today())
        .filter(PlanVersion::isDraft)
        .orElseThrow(() -> SitingProblem.NOT_A_DRAFT.with(number));
  }

  /// What a new draft would begin with, where there is none.
  Optional<PlanVersion> basis(AreaId area) {
    return draft(area).or(() -> lastAdopted(area));
  }

  Optional<PlanVersion> draft(AreaId area) {
    return store.versions(area, today()).stream().filter(PlanVersion::isDraft).findFirst();
  }

  private Optional<PlanVersion> lastAdopted(AreaId area) {
    return store.versions(area, today()).stream().filter(it -> !it.isDraft()).findFirst();
  }

  private static void refuse(List<SitingFault> faults) {
    if (!faults.isEmpty()) {
      throw faults.getFirst().refused();
    }
  }

  private void record(String action, PlanVersion draft, Staff by) {
    audit.record(by, AuditEntry.of(action, subject(draft)).with("number", draft.number()));
  }

  private void record(String action, PlanVersion draft, String code, Staff by) {
    audit.record(by, AuditEntry.of(action, subject(draft)).with("code", code));
  }

  private static Subject subject(PlanVersion draft) {
    return Subject.of("siting-plan", draft.id());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Moments.CHINA);
  }
}
