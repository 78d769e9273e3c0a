package org.heyi.steering.governance.unchanged;

import org.heyi.platform.shared.Problem;

/// What is refused for the sake of what stays unchanged.
enum UnchangedProblem implements Problem {
  FACT_STAYS,
  PARAMETER_STAYS,
  TWICE,
  NOT_IN_PARAMETER,
  NOT_CODED;

  @Override
  public Kind kind() {
    return Kind.REFUSED;
  }
}
