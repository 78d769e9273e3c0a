package org.heyi.steering.community.web;

import java.util.List;
import org.heyi.platform.policy.Pack;
import org.heyi.steering.community.FormulaCheck;
import org.heyi.steering.directory.InstitutionView;

/// What the tree of an area shows, with all words said.
///
/// @param checks the plan's counts for the whole area
/// @param findings the plan's structure rules beside what is there
/// @param others institutions in no consortium
public record TreePage(
    Pack area,
    String name,
    List<FormulaCheck> checks,
    List<FindingRow> findings,
    List<Branch> consortia,
    List<InstitutionView> others) {

  /// A consortium.
  ///
  /// @param adds whether its formula comes out
  /// @param groups members by grid, or all in one group where there are no grids
  public record Branch(
      String path,
      String name,
      String tradeName,
      String form,
      String formula,
      boolean adds,
      List<Group> groups) {}

  /// A grid or another group of members.
  public record Group(String name, List<Twig> members) {}

  /// A member and the clinics that it manages.
  public record Twig(
      String path, String name, String kind, String role, List<InstitutionView> clinics) {}
}
