package org.heyi.platform.sheet;

import java.util.Arrays;
import java.util.List;
import org.heyi.platform.shared.Problem;
import org.heyi.platform.shared.ProblemException;

/// 单元格问题: what is wrong with one cell, or with a row as a whole.
///
/// @param column the column's key, or empty for the row
/// @param code of the [Problem]
/// @param args of its sentence
public record CellProblem(String column, String code, List<String> args) {

  public CellProblem {
    args = List.copyOf(args);
  }

  public static CellProblem of(String column, Problem problem, Object... args) {
    return new CellProblem(
        column, problem.code(), Arrays.stream(args).map(Object::toString).toList());
  }

  public static CellProblem of(String column, ProblemException refused) {
    return of(column, refused.problem(), refused.args().toArray());
  }
}
