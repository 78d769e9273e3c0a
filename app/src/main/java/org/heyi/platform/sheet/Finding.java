package org.heyi.platform.sheet;

import java.util.List;

/// 核对结论: what a row would do, or has done.
///
/// @param fields columns in which it differs from what is there; of a CHANGED row
/// @param problems of a WRONG row
/// @param object id of what it made; of a NEW row that was written
public record Finding(
    RowState state, List<String> fields, List<CellProblem> problems, String object) {

  public Finding {
    fields = List.copyOf(fields);
    problems = List.copyOf(problems);
    if ((state == RowState.WRONG) == problems.isEmpty()) {
      throw new IllegalArgumentException("a row is wrong exactly when it has problems");
    }
  }

  public static Finding fresh() {
    return made("");
  }

  public static Finding made(Object id) {
    return new Finding(RowState.NEW, List.of(), List.of(), id.toString());
  }

  public static Finding changed(List<String> fields) {
    return new Finding(RowState.CHANGED, fields, List.of(), "");
  }

  public static Finding unchanged() {
    return new Finding(RowState.UNCHANGED, List.of(), List.of(), "");
  }

  public static Finding wrong(List<CellProblem> problems) {
    return new Finding(RowState.WRONG, List.of(), problems, "");
  }

  public static Finding wrong(CellProblem problem) {
    return wrong(List.of(problem));
  }

  public boolean isWrong() {
    return state == RowState.WRONG;
  }
}
