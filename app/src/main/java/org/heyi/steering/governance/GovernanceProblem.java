package org.heyi.steering.governance;

import org.heyi.platform.shared.Problem;

/// What is refused of a pack's arrangements.
enum GovernanceProblem implements Problem {
  POST_OR_INSTITUTION,
  BODY_DIFFERS,
  BODY_MISSING,
  NOT_A_DEPARTMENT,
  DEPARTMENT_TWICE,
  NOT_IN_PARAMETER,
  NOT_ARRANGED,
  INSIDE_ITSELF,
  PARAMETER_WITHOUT_VALUE,
  POST_DIFFERS;

  @Override
  public Kind kind() {
    return Kind.REFUSED;
  }
}
