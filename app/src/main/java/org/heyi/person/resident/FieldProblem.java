package org.heyi.person.resident;

import java.util.List;
import org.heyi.platform.shared.Problem;

/// 填写问题: what is wrong with one field of a form.
///
/// @param field the field's id, e.g. `birth-date`
public record FieldProblem(String field, Problem problem, List<Object> args) {

  public FieldProblem {
    args = List.copyOf(args);
  }
}
