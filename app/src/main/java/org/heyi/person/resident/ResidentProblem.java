package org.heyi.person.resident;

import org.heyi.platform.shared.Problem;

/// 居民的拒绝原因.
public enum ResidentProblem implements Problem {
  NOT_FOUND(Kind.UNKNOWN),
  NOT_YOURS_TO_DO(Kind.FORBIDDEN),
  BIRTH_DATE_MISSING(Kind.REFUSED),
  BIRTH_DATE_IMPOSSIBLE(Kind.REFUSED),
  BIRTH_DATE_DISAGREES(Kind.REFUSED),
  SEX_MISSING(Kind.REFUSED),
  SEX_DISAGREES(Kind.REFUSED),
  NUMBER_OR_REASON(Kind.REFUSED),
  TOO_LONG(Kind.REFUSED),
  NOT_IN_LIST(Kind.REFUSED),
  GUARDIAN_NEEDED(Kind.REFUSED),
  GUARDIAN_NOT_NAMED(Kind.REFUSED),
  CONSENT_MISSING(Kind.REFUSED),
  INSTITUTION_OUT_OF_REACH(Kind.REFUSED),
  PHONE_NEEDED(Kind.REFUSED),
  NO_CENTRE(Kind.REFUSED),
  NO_SUCH_GROUP(Kind.REFUSED),
  GROUP_IS_COMPUTED(Kind.REFUSED),
  GROUP_DATE_IMPOSSIBLE(Kind.REFUSED),
  NO_HOSPITAL_OF_LEVEL(Kind.REFUSED),
  SIMILAR(Kind.CONFLICT),
  NUMBER_TAKEN(Kind.CONFLICT),
  ID_CARD_THERE(Kind.CONFLICT),
  SELECTION_CHANGED(Kind.CONFLICT),
  IN_GROUP_ALREADY(Kind.CONFLICT),
  GROUP_ENDED_ALREADY(Kind.CONFLICT),
  STALE(Kind.CONFLICT);

  private final Kind kind;

  ResidentProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
