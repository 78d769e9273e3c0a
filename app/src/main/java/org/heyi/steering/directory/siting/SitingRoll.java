package org.heyi.steering.directory.siting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 规划名册: sites and settlements as a list brings them: each row says how the draft of the caller's
/// area is to be. Where there is no draft, the first row that changes something begins one.
@Service
@Transactional
public class SitingRoll {

  private final Sitings sitings;
  private final SitingDrafts drafts;
  private final SitingStore store;
  private final SitingWriteStore writes;
  private final SitingFrame frame;
  private final SiteMoves moves;

  SitingRoll(
      Sitings sitings,
      SitingDrafts drafts,
      SitingStore store,
      SitingWriteStore writes,
      SitingFrame frame,
      SiteMoves moves) {
    this.sitings = sitings;
    this.drafts = drafts;
    this.store = store;
    this.writes = writes;
    this.frame = frame;
    this.moves = moves;
  }

  /// What the rows are held against: the draft, or what a new one would begin with.
  public Optional<SitingPlan> basis(Staff by) {
    sitings.checkMayWrite(by.area(), by);
    return drafts.basis(by.area()).map(store::plan);
  }

  /// What is wrong with each site. It may be followed by one of those before it.
  public List<List<SitingFault>> checkSites(List<EnterSite> rows, Staff by) {
    var rules = frame.rules(by.area());
    var known = new Known(basis(by));
    var all = new ArrayList<List<SitingFault>>();
    for (var it : rows) {
      var faults = rules.check(it, known.around(it));
      if (faults.isEmpty()) {
        known.brought.put(it.code(), site(it));
      }
      all.add(faults);
    }
    return all;
  }

  /// What is wrong with each settlement.
  public List<List<SitingFault>> checkSettlements(List<EnterSettlement> rows, Staff by) {
    var rules = frame.rules(by.area());
    var known = new Known(basis(by));
    return rows.stream().map(it -> rules.check(it, known.around(it))).toList();
  }

  /// What is said of one site now.
  public Optional<Site> site(String code, Staff by) {
    sitings.checkMayWrite(by.area(), by);
    return drafts.basis(by.area()).flatMap(it -> store.site(it, code));
  }

  public Optional<Settlement> settlement(String code, Staff by) {
    sitings.checkMayWrite(by.area(), by);
    return drafts.basis(by.area()).flatMap(it -> store.settlement(it, code));
  }

  /// What is wrong with one site, as the plan is now.
  public List<SitingFault> check(EnterSite it, Staff by) {
    sitings.checkMayWrite(by.area(), by);
    var around = drafts.basis(by.area()).map(version -> store.around(version, it));
    return frame.rules(by.area()).check(it, around.orElse(Surroundings.NONE));
  }

  public List<SitingFault> check(EnterSettlement it, Staff by) {
    sitings.checkMayWrite(by.area(), by);
    var around = drafts.basis(by.area()).map(version -> store.around(version, it));
    return frame.rules(by.area()).check(it, around.orElse(Surroundings.NONE));
  }

  /// Brings the draft's site to what is said.
  public void put(EnterSite it, Staff by) {
    var draft = draft(by);
    var there = store.around(draft, it).site(it.code());
    if (there.isEmpty()) {
      drafts.enter(draft.area(), draft.number(), it, by);
      return;
    }
    if (there.get().state() != it.state()) {
      moves.moved(draft, SitingRules.move(there.get(), it), by);
    }
    var now = store.around(draft, it).site(it.code()).orElseThrow();
    drafts.change(draft.area(), draft.number(), it, now.revision(), by);
  }

  /// The same for a settlement.
  public void put(EnterSettlement it, Staff by) {
    var draft = draft(by);
    if (store.around(draft, it).settlement(it.code()).isEmpty()) {
      drafts.enter(draft.area(), draft.number(), it, by);
    } else {
      drafts.change(draft.area(), draft.number(), it, by);
    }
  }

  private PlanVersion draft(Staff by) {
    AreaId area = by.area();
    sitings.checkMayWrite(area, by);
    writes.lock(area);
    return drafts.draft(area).orElseGet(() -> drafts.begin(area, by));
  }

  private static Site site(EnterSite it) {
    return new Site(
        it.code(),
        it.name(),
        it.town(),
        it.village(),
        it.centre(),
        it.institution(),
        it.state(),
        it.since(),
        it.successor(),
        it.note(),
        0);
  }

  /// A plan by what the rules look up, so that a long list is checked in no more than one pass.
  private static final class Known {

    private final Map<String, Site> sites = new HashMap<>();
    private final Map<String, Site> named = new HashMap<>();
    private final Map<InstitutionId, Site> clinics = new HashMap<>();

    /// Rows further up; that two say the same is told apart from this.
    private final Map<String, Site> brought = new HashMap<>();

    private final Map<String, Settlement> settlements = new HashMap<>();
    private final Map<String, Settlement> places = new HashMap<>();

    private Known(Optional<SitingPlan> plan) {
      plan.ifPresent(it -> {
        it.sites().forEach(this::add);
        it.settlements()
            .forEach(settlement -> {
              settlements.put(settlement.code(), settlement);
              places.put(place(settlement.town(), settlement.name()), settlement);
            });
      });
    }

    private void add(Site it) {
      sites.put(it.code(), it);
      named.put(it.name(), it);
      if (it.institution() != null) {
        clinics.put(it.institution(), it);
      }
    }

    private Surroundings around(EnterSite it) {
      return new Surroundings(
          Stream.of(
                  sites.get(it.code()),
                  successor(it),
                  named.get(it.name()),
                  it.institution() == null ? null : clinics.get(it.institution()))
              .flatMap(Stream::ofNullable)
              .distinct()
              .toList(),
          List.of());
    }

    private @Nullable Site successor(EnterSite it) {
      var there = of(it.successor());
      return there != null || it.successor() == null ? there : brought.get(it.successor());
    }

    private Surroundings around(EnterSettlement it) {
      var server = of(it.site());
      return new Surroundings(
          server == null ? List.of() : List.of(server),
          Stream.of(settlements.get(it.code()), places.get(place(it.town(), it.name())))
              .flatMap(Stream::ofNullable)
              .distinct()
              .toList());
    }

    private @Nullable Site of(@Nullable String code) {
      return code == null ? null : sites.get(code);
    }

    private static String place(String town, String name) {
      return town + "\n" + name;
    }
  }
}
