package org.heyi.platform.policy.web;

import java.util.List;
import java.util.Set;
import org.heyi.platform.policy.Comparison.Agreement;
import org.heyi.platform.policy.Pack;
import org.heyi.platform.sheet.ExportLinks;

/// What the page of the plans side by side shows, with all words said.
///
/// @param show all or different
/// @param said how many lines there are of each agreement, as one sentence
public record ComparisonPage(
    List<Head> plans, String show, String said, List<Line> lines, ExportLinks exports) {

  /// One plan.
  ///
  /// @param areas names of the areas whose packs are made from it
  public record Head(Pack.Plan plan, String areas, String path) {}

  /// One parameter.
  ///
  /// @param different keys of values that are not the same in all plans that speak
  public record Line(
      String number,
      String title,
      Agreement agreement,
      Set<String> different,
      List<List<PolicyPage.Row>> cells) {}
}
