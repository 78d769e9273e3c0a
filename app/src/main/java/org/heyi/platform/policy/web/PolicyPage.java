package org.heyi.platform.policy.web;

import java.util.List;
import org.heyi.platform.policy.Pack;
import org.jspecify.annotations.Nullable;

/// What the page of parameters shows, with all words said.
///
/// @param show all, plan, house or silent
public record PolicyPage(
    Pack area, String name, List<Choice> areas, String text, String show, List<Row> rows) {

  /// An area to choose.
  public record Choice(String id, String name, boolean chosen) {}

  /// One parameter, of the area or of one consortium.
  ///
  /// @param whose name of the consortium, or empty
  public record Row(
      String number,
      String title,
      String whose,
      boolean silent,
      boolean house,
      String clause,
      String says,
      int version,
      List<Value> values) {}

  /// One value.
  ///
  /// @param path page of the thing it points to, or null
  /// @param state now, later, past or withdrawn
  public record Value(
      String label,
      String key,
      String text,
      @Nullable String path,
      String clause,
      boolean house,
      String effective,
      int version,
      String state) {}
}
