package org.heyi.steering.community.finding;

import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.ConsortiumId;
import org.jspecify.annotations.Nullable;

/// 检查发现: how one structure rule comes out today for one consortium, grid, lead or area.
///
/// @param expected as the plan has it, e.g. `≥1` or `≥secondary_a`
/// @param suggested what the plan wishes beyond it, or empty
/// @param found a count, a level or an ownership; empty when it is not recorded
/// @param unknown how many institutions could not be counted, because their level or kind is open
/// @param exemption the live one that covers exactly this, or null
public record Finding(
    StructureRule rule,
    Target target,
    Outcome outcome,
    String expected,
    String suggested,
    String found,
    long unknown,
    Clause clause,
    @Nullable Exemption exemption) {

  /// What a rule is held against.
  ///
  /// @param id of the area, consortium or grid; for a lead `consortium.institution`
  /// @param consortium null for the area
  public record Target(
      AreaId area,
      @Nullable ConsortiumId consortium,
      String id,
      String name,
      String nameEn,
      String path) {}

  /// Where the rule stands.
  ///
  /// @param text empty when the house chose
  /// @param inPrinciple the plan says 原则上
  public record Clause(String text, String says, String saysEn, boolean inPrinciple) {}

  public boolean isWarning() {
    return outcome == Outcome.DOES_NOT_HOLD && exemption == null;
  }

  /// An exemption belongs to the finding as it was.
  boolean isCoveredBy(Exemption it) {
    return it.rule() == rule
        && it.target().equals(target.id())
        && it.expected().equals(expected)
        && it.found().equals(found);
  }

  Finding with(Exemption it) {
    return new Finding(rule, target, outcome, expected, suggested, found, unknown, clause, it);
  }
}
