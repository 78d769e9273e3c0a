package org.heyi.platform.policy;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// 方案对照: what the plans say on each parameter in which they differ, side by side.
///
/// @param plans one column each
/// @param lines P-01 to P-30
public record Comparison(List<Column> plans, List<Line> lines) {

  private static final String OF_THE_PLANS = "P-";

  /// 对照中的方案.
  ///
  /// @param areas whose packs are made from it; counties of one template differ in the names of
  ///   their own bodies only, and those of the first are shown
  public record Column(Pack.Plan plan, List<Pack> areas) {}

  /// 一致程度: how far the plans that speak agree on a parameter.
  public enum Agreement {
    /// None says anything.
    SILENT,
    /// One speaks, the others are silent.
    ALONE,
    SAME,
    DIFFERENT
  }

  /// 对照的一行: one parameter.
  ///
  /// @param different keys of the values that are not the same in all plans that speak; what the
  ///   house chose is no plan's
  /// @param cells one a column: what the area has, then the consortia that have their own
  public record Line(
      String number,
      String title,
      String titleEn,
      Agreement agreement,
      Set<String> different,
      List<List<ParameterView>> cells) {}

  /// A value as it can be compared: whose it is, and how the number is meant.
  private record Said(String consortium, List<String> values, String bound) {}

  /// @param stated for each column what its areas say, in the same order
  static Comparison of(List<Column> plans, List<List<ParameterView>> stated, LocalDate on) {
    var byNumber = new LinkedHashMap<String, List<List<ParameterView>>>();
    for (int column = 0; column < stated.size(); column++) {
      for (var view : stated.get(column)) {
        if (view.number().startsWith(OF_THE_PLANS)) {
          byNumber.computeIfAbsent(view.number(), _ -> empty(plans.size())).get(column).add(view);
        }
      }
    }
    return new Comparison(plans, byNumber.values().stream().map(it -> line(it, on)).toList());
  }

  private static List<List<ParameterView>> empty(int columns) {
    var cells = new ArrayList<List<ParameterView>>();
    for (int i = 0; i < columns; i++) {
      cells.add(new ArrayList<>());
    }
    return cells;
  }

  private static Line line(List<List<ParameterView>> cells, LocalDate on) {
    var any = cells.stream().flatMap(List::stream).findFirst().orElseThrow();
    var speaking = cells.stream().filter(Comparison::speaks).toList();
    var different = different(speaking, on);
    return new Line(
        any.number(),
        any.title(),
        any.titleEn(),
        agreement(speaking, different, on),
        different,
        cells);
  }

  /// A plan speaks also where only one of its consortia has a clause of its own.
  private static boolean speaks(List<ParameterView> cell) {
    return cell.stream().anyMatch(it -> !it.silent());
  }

  private static Agreement agreement(
      List<List<ParameterView>> speaking, Set<String> different, LocalDate on) {
    if (speaking.size() < 2) {
      return speaking.isEmpty() ? Agreement.SILENT : Agreement.ALONE;
    }
    boolean sameWords =
        speaking.stream()
                .map(cell -> cell.stream().map(ParameterView::says).toList())
                .distinct()
                .count()
            == 1;
    boolean values = speaking.stream().anyMatch(it -> !said(it, on).isEmpty());
    return different.isEmpty() && (values || sameWords) ? Agreement.SAME : Agreement.DIFFERENT;
  }

  private static Set<String> different(List<List<ParameterView>> speaking, LocalDate on) {
    var said = speaking.stream().map(it -> said(it, on)).toList();
    var keys = said.stream().flatMap(it -> it.keySet().stream()).collect(toSet());
    var different = new TreeSet<String>();
    for (var key : keys) {
      if (said.stream().map(it -> it.getOrDefault(key, Set.of())).distinct().count() > 1) {
        different.add(key);
      }
    }
    return different;
  }

  private static Map<String, Set<Said>> said(List<ParameterView> cell, LocalDate on) {
    return cell.stream()
        .flatMap(it -> it.inForce(on).stream())
        .filter(it -> !it.value().house())
        .collect(
            groupingBy(
                it -> it.value().key(),
                mapping(
                    it -> new Said(it.consortium(), it.value().values(), it.bound()), toSet())));
  }
}
