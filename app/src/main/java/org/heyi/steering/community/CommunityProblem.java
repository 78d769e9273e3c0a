package org.heyi.steering.community;

import org.heyi.platform.shared.Problem;

/// What the community refuses: in a pack, and from people.
enum CommunityProblem implements Problem {
  NOT_FOUND(Kind.UNKNOWN),
  TWO_ROLES(Kind.REFUSED),
  NO_LEAD(Kind.REFUSED),
  LEAD_AND_JOINT_LEAD(Kind.REFUSED),
  ONE_JOINT_LEAD(Kind.REFUSED),
  NO_MEMBER_OF_THIS_KIND(Kind.REFUSED),
  ONLY_AS_SUPPORT(Kind.REFUSED),
  BELONGS_THROUGH_ITS_CENTRE(Kind.REFUSED),
  REGIONAL_WITHOUT_PARENT(Kind.REFUSED),
  PARENT_WITHOUT_STAND_IN(Kind.REFUSED),
  STAND_IN_IS_NO_MEMBER(Kind.REFUSED),
  INSIDE_ITSELF(Kind.REFUSED),
  FORMULA_MISSING(Kind.REFUSED),
  COUNT_DIFFERS(Kind.REFUSED),
  NO_BOUND(Kind.REFUSED),
  SELECTOR_DOES_NOT_FIT(Kind.REFUSED),
  IN_TWO_GRIDS(Kind.REFUSED),
  IN_NO_GRID(Kind.REFUSED),
  GRID_LEAD_DOES_NOT_LEAD(Kind.REFUSED),
  GRID_MEMBER_IS_NO_MEMBER(Kind.REFUSED),
  NO_DEPARTMENT_LIST(Kind.REFUSED),
  NO_HOSPITAL_BOUND(Kind.REFUSED);

  private final Kind kind;

  CommunityProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
