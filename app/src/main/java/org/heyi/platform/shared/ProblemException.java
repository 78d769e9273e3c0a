package org.heyi.platform.shared;

import java.util.List;

/// The only exception thrown on purpose: a [Problem] and the arguments of its sentence.
public class ProblemException extends RuntimeException {

  private final transient Problem problem;
  private final transient List<Object> args;

  ProblemException(Problem problem, Object... args) {
    super(problem.code() + List.of(args));
    this.problem = problem;
    this.args = List.of(args);
  }

  public Problem problem() {
    return problem;
  }

  public List<Object> args() {
    return args;
  }
}
