package org.heyi.steering.directory;

import org.heyi.platform.shared.Problem;

/// What the directory refuses: in a pack, and from people.
public enum DirectoryProblem implements Problem {
  NOT_FOUND(Kind.UNKNOWN),
  NO_SUCH_PLACE(Kind.UNKNOWN),
  NOT_YOURS(Kind.FORBIDDEN),
  NO_JURISDICTION(Kind.FORBIDDEN),
  NO_SUCH_DEPARTMENT(Kind.REFUSED),
  WRONG_CREDIT_CODE(Kind.REFUSED),
  DUPLICATE_CREDIT_CODE(Kind.REFUSED),
  DUPLICATE_NAME(Kind.REFUSED),
  UNKNOWN_DISTRICT(Kind.REFUSED),
  VILLAGE_NOT_FOR_THIS_KIND(Kind.REFUSED),
  MANAGER_MISSING(Kind.REFUSED),
  MANAGER_NOT_FOR_THIS_KIND(Kind.REFUSED),
  TWO_MANAGERS(Kind.REFUSED),
  NO_MANAGER_OF_CLINICS(Kind.REFUSED),
  MANAGER_IN_TWO_BLOCKS(Kind.REFUSED),
  SPLIT_DOES_NOT_SUM(Kind.REFUSED),
  NAMES_OVERLAP(Kind.REFUSED),
  MERGED_INTO_ITSELF(Kind.REFUSED),
  MERGED_TOO_EARLY(Kind.REFUSED),
  KIND_IN_TWO_DEFAULTS(Kind.REFUSED),
  DEPARTMENT_TWICE(Kind.REFUSED),
  NOT_MARKED_SYNTHETIC(Kind.REFUSED),
  TWO_LISTS(Kind.REFUSED);

  private final Kind kind;

  DirectoryProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
