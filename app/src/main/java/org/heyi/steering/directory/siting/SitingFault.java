package org.heyi.steering.directory.siting;

import java.util.List;
import org.heyi.platform.shared.ProblemException;

/// 规划填写问题: what is wrong with one field of what a draft is to say.
///
/// @param field as on the form and in the sheet, e.g. `successor`
public record SitingFault(String field, SitingProblem problem, List<Object> args) {

  public SitingFault {
    args = List.copyOf(args);
  }

  static SitingFault of(String field, SitingProblem problem, Object... args) {
    return new SitingFault(field, problem, List.of(args));
  }

  ProblemException refused() {
    return problem.with(args.toArray());
  }
}
