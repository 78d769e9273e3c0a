package org.heyi.steering.governance.web;

import java.util.List;
import org.heyi.platform.policy.Citation;
import org.heyi.platform.policy.Pack;
import org.heyi.steering.governance.unified.UnifiedMatrix;
import org.jspecify.annotations.Nullable;

/// How an area or one of its consortia is governed, with all words said.
///
/// @param path of the area or consortium itself
/// @param matrix null where nothing is managed as one
/// @param dimensions beside the matrix: what the plan says of each
/// @param parts the consortia of an area, each with a page of its own
public record GovernancePage(
    Pack area,
    String areaName,
    String name,
    String path,
    @Nullable UnifiedMatrix matrix,
    List<Entry> dimensions,
    List<Entry> unchanged,
    List<Entry> posts,
    List<Card> bodies,
    List<Card> authorities,
    List<Card> positions,
    List<Group> centres,
    List<Goal> milestones,
    List<Link> parts) {

  /// A line: what, more on it, and where it stands in the plan.
  public record Entry(String text, String detail, String badge, Citation origin) {}

  /// Another page.
  public record Link(String name, String path) {}

  /// A body, a department, or what institutions are for.
  ///
  /// @param facts pairs of label and text
  public record Card(
      String title,
      String path,
      String kind,
      String ended,
      List<Fact> facts,
      List<Entry> lines,
      Citation origin) {}

  public record Fact(String label, String text, String path) {}

  /// Centres of one group.
  public record Group(String title, List<Centre> centres) {}

  /// @param state open, overdue, due or undated
  public record Centre(
      String name,
      String kind,
      String parent,
      String host,
      String hostPath,
      String due,
      String state,
      List<Entry> functions,
      Citation origin) {}

  /// @param past its day lies behind
  public record Goal(String by, boolean past, String text, List<String> targets, Citation origin) {}

  public boolean isEmpty() {
    return matrix == null
        && unchanged.isEmpty()
        && posts.isEmpty()
        && bodies.isEmpty()
        && authorities.isEmpty()
        && positions.isEmpty()
        && centres.isEmpty()
        && milestones.isEmpty();
  }
}
