package org.heyi.steering.governance.position;

import org.heyi.platform.shared.Problem;

/// What is refused of the positions in a pack.
enum PositionProblem implements Problem {
  FOR_NOBODY,
  NAMED_AND_DESCRIBED,
  SAYS_NOTHING,
  TWICE,
  SPECIALTY_OF_NO_NAME,
  UNIT_WITHOUT_NUMBER;

  @Override
  public Kind kind() {
    return Kind.REFUSED;
  }
}
