package org.heyi.steering.community.web;

import java.util.List;
import org.heyi.platform.policy.Pack;

/// The area on one page, with all words said.
///
/// @param figures what is counted, the most important first
/// @param lacks what members should have and have not; empty when everybody has everything
public record OverviewPage(
    Pack area, String name, List<Figure> figures, List<Branch> consortia, List<Lack> lacks) {

  /// A number and what it counts.
  public record Figure(String words, long number) {}

  /// A consortium: its grids, or one unnamed block where it has none.
  public record Branch(String path, String name, String form, List<Block> blocks) {}

  /// A grid: its members by tier, from the hospital to the village.
  public record Block(String name, List<Tier> tiers) {}

  /// The members of one tier.
  public record Tier(String name, List<Place> places) {}

  /// A member.
  ///
  /// @param lead whether it leads the block
  /// @param clinics how many clinics and stations it manages
  /// @param lacks what it should have and has not
  /// @param clinicsLacking how many of its clinics lack something
  public record Place(
      String path,
      String name,
      String role,
      boolean lead,
      int clinics,
      List<String> lacks,
      int clinicsLacking) {}

  /// One thing that members lack, and who.
  ///
  /// @param clinics how many clinics and stations lack it; they are not named one by one
  public record Lack(String name, String hint, List<Who> members, long clinics) {}

  /// A member by name.
  public record Who(String path, String name) {}
}
