package org.heyi.platform.policy;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.ConsortiumId;
import org.heyi.platform.shared.NoStaffNeeded;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the plans say: policy parameters with clause and effective date (PLT-10).
///
/// Other rooms reference the view `policy.card_area (id, name, name_en, level, synthetic)`.
@Service
@Transactional
public class Policies {

  private final PolicyStore store;
  private final PackStore packs;

  Policies(PolicyStore store, PackStore packs) {
    this.store = store;
    this.packs = packs;
  }

  /// The value in force on a day: the consortium's own where it has one, else the area's; empty
  /// where the plan is silent and no house value is needed.
  @NoStaffNeeded(because = "plans are public")
  public Optional<PolicyValue> find(
      String key, AreaId area, @Nullable ConsortiumId consortium, LocalDate on) {
    return store.find(key, area, consortium == null ? "" : consortium.value(), on);
  }

  /// The same for keys that every pack must have.
  ///
  /// @throws org.heyi.platform.shared.ProblemException `policy.not-set`
  @NoStaffNeeded(because = "plans are public")
  public PolicyValue require(
      String key, AreaId area, @Nullable ConsortiumId consortium, LocalDate on) {
    return find(key, area, consortium, on)
        .orElseThrow(() -> PolicyProblem.NOT_SET.with(key, area, on));
  }

  /// All areas of this installation, real ones first.
  @NoStaffNeeded(because = "plans are public")
  public List<Pack> areas() {
    return packs.areas();
  }

  @NoStaffNeeded(because = "plans are public")
  public Pack area(AreaId area) {
    return packs.area(area).orElseThrow(() -> PolicyProblem.NO_SUCH_AREA.with(area));
  }

  /// Every version of an area's pack that was loaded, newest first.
  @NoStaffNeeded(because = "plans are public")
  public List<Pack.Version> versions(AreaId area) {
    area(area);
    return packs.versions(area);
  }

  /// The sections of an area's present pack, as they stand in its file.
  ///
  /// @throws org.heyi.platform.shared.ProblemException `policy.no-such-file` when nobody kept it
  @NoStaffNeeded(because = "plans are public")
  public List<Pack.Section> sections(AreaId area) {
    return file(area, area(area).version()).sections();
  }

  /// The file that a version of an area was read from, as it was written.
  ///
  /// @throws org.heyi.platform.shared.ProblemException `policy.no-such-file` when it was loaded
  ///   before files were kept
  @NoStaffNeeded(because = "plans are public")
  public PackText text(AreaId area, int version) {
    area(area);
    return file(area, version).text();
  }

  private PackFile file(AreaId area, int version) {
    return packs.file(area, version).orElseThrow(() -> PolicyProblem.NO_SUCH_FILE.with(area));
  }

  /// One of them, e.g. `institutions`.
  @NoStaffNeeded(because = "plans are public")
  public Pack.Section section(AreaId area, String name) {
    return sections(area).stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow(() -> PolicyProblem.NO_SUCH_SECTION.with(name, area));
  }

  /// Every parameter of an area with its values, past ones too; the consortia's after the area's.
  @NoStaffNeeded(because = "plans are public")
  public List<ParameterView> parameters(AreaId area) {
    area(area);
    var entries =
        store.entries(area).stream()
            .collect(groupingBy(it -> it.consortium() + "/" + it.value().parameter()));
    return store.statements(area).stream()
        .map(it ->
            it.with(entries.getOrDefault(it.whose().consortium() + "/" + it.number(), List.of())))
        .toList();
  }

  /// One parameter, e.g. `P-06`: the area's, then the consortia's.
  @NoStaffNeeded(because = "plans are public")
  public List<ParameterView> parameter(AreaId area, String number) {
    var found = parameters(area).stream().filter(it -> it.number().equals(number)).toList();
    if (found.isEmpty()) {
      throw PolicyProblem.NO_SUCH_PARAMETER.with(number, area);
    }
    return found;
  }

  /// The plans of this installation side by side, as they hold on a day.
  @NoStaffNeeded(because = "plans are public")
  public Comparison compare(LocalDate on) {
    var byPlan = areas().stream().collect(groupingBy(Pack::plan, LinkedHashMap::new, toList()));
    var columns =
        byPlan.entrySet().stream()
            .map(it -> new Comparison.Column(it.getKey(), it.getValue()))
            .toList();
    var stated = columns.stream().map(it -> parameters(it.areas().getFirst().area())).toList();
    return Comparison.of(columns, stated, on);
  }

  /// Writes what consortia have instead of the area's values, while their pack is applied.
  @NoStaffNeeded(because = "packs are applied at start, before anybody signs in")
  public void override(Pack pack, List<ParameterPlan> consortia) {
    store.syncConsortia(pack, consortia);
  }
}
