package org.heyi.steering.community.web;

import java.util.List;
import org.heyi.platform.policy.Pack;
import org.heyi.steering.community.ConsortiumView;
import org.heyi.steering.community.FormulaCheck;
import org.jspecify.annotations.Nullable;

/// What a consortium's page shows, with all words said.
///
/// @param parent the consortium it lies in, or null
public record ConsortiumPage(
    Pack area,
    String areaName,
    ConsortiumView consortium,
    String name,
    @Nullable ConsortiumView parent,
    List<FormulaCheck> checks,
    List<FindingRow> findings,
    List<TreePage.Group> byRole,
    List<Grid> grids) {

  /// A grid with its members.
  public record Grid(
      String name,
      boolean nameHouse,
      String leadPath,
      String lead,
      String scope,
      String clause,
      List<TreePage.Twig> members) {}

  public boolean adds() {
    return checks.stream().allMatch(FormulaCheck::holds);
  }
}
